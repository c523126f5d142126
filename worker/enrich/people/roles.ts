import type { NameSpan } from './name-span.ts';
import { findRoleBefore } from './spaced-roles.ts';

/** Titles of East Asian languages, which follow or precede a name without a space. */
export const attachedTitles: readonly string[] =
  `国务委员兼外长 国务院总理 国家主席 外交部长 外交部发言人 副总理 总理 主席 总统 外长 部长 总书记 书记 省长 市长 先生 女士 将军 发言人 大使
  總統 總理 外長 部長 主席 發言人 首相 大統領 次期大統領 前大統領 外相 防衛相 財務相 官房長官 長官 大臣 議員 知事 市長 社長 会長 容疑者 被告 選手
  監督 教授 氏 さん 首長 国王 夫人 元首相 前首相 元大統領 警部補 巡査部長 理事長 委員長 書記局長 幹事長 代表 官房長官 総理 理事 記者 대통령 전 총리 총리 장관 차관 대표 의원 위원장 시장 지사 후보 회장 사장 교수 감독 선수 씨`
    .split(/\s+/u)
    .sort((one, other) => other.length - one.length);

/** More titles than those that are cut off names: to know one that stands beside a name, a wrong one does no harm. */
export const standingTitles: readonly string[] =
  `国务委员兼外长 国务院总理 国家主席 外交部长 外交部发言人 副总理 总理 主席 总统 外长 部长 总书记 书记 省长 市长 先生 女士 将军 发言人 大使
  副主席 副总统 副部长 副外长 副书记 委员长 副委员长 议长 秘书长 总干事 总裁 行长 院长 校长 会长 局长 主任 教授 同志 夫人 国王 王后 王储 亲王 首相
  防长 财长 国务卿 总司令 司令 上将 中将 少将 议员 州长 董事长 首席执行官 记者 主教 教皇 博士 代表
  總統 總理 外長 部長 主席 發言人 委員長 副總統 立委 主任 教授 先生 女士
  首相 大統領 次期大統領 前大統領 副大統領 外相 防衛相 財務相 財務長官 国務長官 国防長官 官房長官 官房副長官 報道官 事務総長 長官 大臣 議員 知事
  市長 町長 村長 社長 会長 容疑者 被告 選手 監督 教授 准教授 氏 さん 様 首長 国王 女王 皇太子 夫人 元首相 前首相 元大統領 首席 国家主席 総書記
  警部補 巡査部長 理事長 委員長 書記局長 書記長 幹事長 代表 総理 理事 記者 議長 校長 院長 所長 局長 部長 課長 大使 司令官 医師 弁護士 博士 捕手 投手
  대통령 대통령실장 총리 총리 장관 차관 차장 대표 의원 위원장 시장 지사 도지사 후보 후보자 회장 사장 교수 감독 선수 씨 총장 원장 실장 국장 과장
  부장 수석 비서관 대변인 기획관 조정관 보좌관 특보 주석 국왕 여사 검사 판사 변호사 기자 박사 신부 목사 스님 청장 본부장 사무총장 부총리 부의장
  의장 이사장 소장 연구원 대사 부대변인 원내대표 최고위원 총비서 부장관 국무장관 국방장관`
    .split(/\s+/u)
    .sort((one, other) => other.length - one.length);

const solid = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/u;

/** The role or honorific printed beside a name, as it stands there; null where there is none. */
export const findRole = (text: string, start: number, end: number, language: string): string | null =>
  solid.test(text.charAt(start)) || solid.test(text.charAt(end - 1))
    ? findAttached(text, start, end)
    : findRoleBefore(text, start, end, language);

/** Former, present: stands between a name and its title. */
const formerly = /^(?:전|현|前|元|现任|前任)[ \u00a0]?/u;

const findAttached = (text: string, start: number, end: number): string | null => {
  const behind = text
    .slice(end, end + 12)
    .trimStart()
    .replace(formerly, '');
  const before = text.slice(Math.max(0, start - 12), start).trimEnd();
  return (
    standingTitles.find((title) => behind.startsWith(title)) ??
    koreanOffice.exec(text.slice(end, end + longestOffice))?.[1] ??
    standingTitles.find((title) => before.endsWith(title)) ??
    null
  );
};

const longestOffice = 40;
/** Behind a name and a blank: `박진 외교부 장관`, `조 바이든 미국 대통령`; a particle on the name would part them. */
const koreanOffice = new RegExp(
  `^ ((?:[\\uac00-\\ud7a3]{2,8} ){0,2}[\\uac00-\\ud7a3]{0,6}?(?:${standingTitles.filter((title) => /^[\uac00-\ud7a3]{2}/u.test(title)).join('|')}))`,
  'u',
);

const widest = 20;
const between = /^[ \u00a0]?(?:(?:전|현|前|元|现任|前任)[ \u00a0]?)?$/u;
const former = /(?:^|[ \u00a0])(?:전|前|元|前任)[ \u00a0]?/u;
const clause = /^[^,.。、，；;()（）"“”\n]*/u;

/**
 * The title of a name written without spaces, with `former` where it says so, to tell people of one surname apart;
 * null where there is none.
 *
 * @param full  a full name may have its party or office in between (`윤영찬 더불어민주당 의원`)
 */
export const findTitle = (
  text: string,
  { start, end }: NameSpan,
  full: boolean,
  language: string,
): string | null => {
  if (!solid.test(text.charAt(start))) return findRoleBefore(text, start, end, language);
  const behind = clause.exec(text.slice(end, end + widest))?.[0] ?? '';
  for (let at = 0; at < (full ? behind.length : Math.min(5, behind.length)); at += 1) {
    const title = standingTitles.find((one) => behind.startsWith(one, at));
    if (title && (full || between.test(behind.slice(0, at))))
      return former.test(behind.slice(0, at)) ? `former ${title}` : title;
  }
  const before = text.slice(Math.max(0, start - 12), start).trimEnd();
  return standingTitles.find((title) => before.endsWith(title)) ?? null;
};
