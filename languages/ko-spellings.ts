/** Marks where words begin until spellings are replaced: a character that no text has. */
export const wordMark = '\uE000';

/** Initial ㄹ and ㄴ as the north writes them → as the south does, for syllables that begin only Sino-Korean words. */
const syllables =
  '려여 력역 련연 렬열 렴염 렵엽 령영 례예 룡용 륙육 륜윤 률율 륭융 린인 림임 립입 량양 녀여 녕영 뇨요'.split(
    ' ',
  );

/** For syllables that also begin loanwords (로마, 리비아, 뉴스): the first two syllables of words. */
const words =
  '로동노동 로선노선 로인노인 로력노력 로조노조 로골노골 로후노후 로령노령 로숙노숙 로출노출 로획노획 ' +
  '락원낙원 락관낙관 락후낙후 락하낙하 락제낙제 란관난관 란동난동 란민난민 람용남용 랑만낭만 랑비낭비 랑독낭독 ' +
  '래년내년 래일내일 래왕내왕 래방내방 래달내달 랭면냉면 랭전냉전 랭동냉동 랭정냉정 랭각냉각 록음녹음 록화녹화 록색녹색 록차녹차 ' +
  '론문논문 론평논평 론설논설 론리논리 론쟁논쟁 론의논의 론거논거 론조논조 롱구농구 롱담농담 뢰물뇌물 루각누각 루적누적 루설누설 루출누출 ' +
  '료금요금 료리요리 료해요해 류학유학 류행유행 류통유통 류형유형 류출유출 류입유입 류역유역 류사유사 류산유산 류류유류 ' +
  '리론이론 리유이유 리익이익 리해이해 리념이념 리용이용 리사이사 리산이산 리력이력 리행이행 리륙이륙 리별이별 리혼이혼 리상이상 리성이성 ' +
  '년도연도 년대연대 년간연간 년령연령 년말연말 년초연초 념원염원 념려염려 뉴대유대 니탄이탄';

/** Rules of a `mapping` character filter, after the pattern filter that marks where words begin. */
export const northernSpellings: readonly string[] = [
  ...syllables.map(([north, south]) => `${wordMark}${north} => ${south}`),
  ...words.split(' ').map((word) => `${wordMark}${word.slice(0, 2)} => ${word.slice(2)}`),
  `${wordMark} => `,
];
