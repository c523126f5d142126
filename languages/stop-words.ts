const list = (words: string): readonly string[] => words.split(' ');

/**
 * Words that the stemmed fields leave out: articles, prepositions, conjunctions and pronouns without another meaning in
 * their language; in Persian also endings that are often written apart. Auxiliaries that are also nouns or names (will, estado, sei) and negations are not stop words:
 * a result must contain all words of the query.
 */
export const stopWords = {
  ar: list('في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين ان أن إن أو ثم قد و كما هو هي'),
  bg: list(
    'и в във на с със от до за по при като че да а но или се си е са бе бяха беше ще го му ги им той тя то те това този тази тези който която което които',
  ),
  bn: list(
    'এবং ও বা এই সেই এ যে যা যার তার তাঁর তিনি তারা তাদের থেকে জন্য হয় হয়ে করে এর সঙ্গে সাথে মধ্যে কিন্তু তবে যদি এক একটি',
  ),
  ca: list(
    'el la els les lo un una uns unes de del dels d a al als i o en amb per que què se s es és són ha han va van seu seva seus seves més com aquest aquesta aquests aquestes',
  ),
  cs: list(
    'a i o v ve k ke s se si z ze u do na za po pro od při nebo ale že aby jako který která které je jsou to ten ta tento tato toto',
  ),
  da: list(
    'en et den det de og eller i på af for med til fra om som at er var har havde han hun sig sin sit sine ved der',
  ),
  de: list(
    'der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch als wie dass daß ist sind war waren wird werden wurde wurden hat haben er sie es sich ich wir ihr sein seine ihre',
  ),
  el: list(
    'ο η το οι τα του της των τον την τους τις στο στη στην στον στους στις στα ένα ένας μια μία και κι σε με για από προς κατά ως που πως ότι να θα είναι ήταν',
  ),
  en: list(
    'a an the and or but of in on at to for from by with as is are was were be been it its this that these those he she they them his her their which',
  ),
  es: list(
    'el la los las lo un una unos unas y e o u de del al a en con por para que se su sus es son fue como más',
  ),
  fa: list('و در به از که این آن را با برای تا یا است بود شد هم نیز می ها های هایی تر ترین ای ام اند'),
  fi: list('ja tai että on ovat oli olivat se ne hän he joka jotka jonka jossa kuin kun myös mutta sekä'),
  fr: list(
    'le la les l un une des du de d et ou en à au aux dans sur par pour avec que qui se ce cette ces il elle ils elles est sont a ont son sa ses leur leurs',
  ),
  he: list('של את על עם אל כי או גם אם זה זו זאת הוא היא הם הן אני אנחנו אשר'),
  hi: list('का की के को में से पर ने और या है हैं था थी थे यह वह ये वे इस उस एक भी ही तो कि जो'),
  hr: list(
    'i ili a ali u na o od do iz s sa za po pri kao da je su bi se će to taj ta ti koji koja koje kojeg kojem kojim kojih on ona oni one ono',
  ),
  hu: list('a az egy és vagy hogy is de meg ez azt ezt aki amely amelyek ami mint'),
  id: list('yang dan di ke dari untuk pada dengan dalam ini itu adalah oleh sebagai atau juga akan telah'),
  it: list(
    'il lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle in nel nello nella nei negli nelle da dal dallo dalla dai dagli dalle su sul sullo sulla sui sugli sulle con per e ed o che si è sono ha hanno',
  ),
  // As the tokenizer splits them: the plural suffix, "this" and "that", the stems of "do", "become" and "exist".
  ko: list('들 이 그 저 하 되 있'),
  nl: list(
    'de het een en of in op aan van voor met bij uit te tot door over om als dat die dit is zijn was waren wordt werd worden werden heeft hebben er hij ze zij',
  ),
  no: list(
    'en ei et den det de dei og eller i på av for med til fra frå om som at er var har hadde han hun ho seg sin sitt sine ved å',
  ),
  pl: list(
    'a i o u w we z ze na do od za po pod przy przez dla lub albo oraz ale że aby jest są być się to ten ta te tego tej tym który która które których którym go jej ich',
  ),
  pt: list(
    'o a os as um uma uns umas e ou de do da dos das em no na nos nas ao aos à às por pelo pela pelos pelas para com que se é são foi',
  ),
  ro: list('un o al ai ale și sau în din de la pe cu pentru prin a să că ce care este sunt se'),
  ru: list(
    'и в во на с со к ко о об от до по за из у для при что как а но или же бы ли это он она оно они его её ее их который которая которое которые',
  ),
  sk: list(
    'a i o v vo k ku s so z zo u do na za po pre od pri alebo ale že aby ako ktorý ktorá ktoré ktorí je sú to ten tá tento táto toto sa si',
  ),
  sr: list(
    'i ili a ali u na o od do iz s sa za po pri kao da je su bi se će to taj ta ti koji koja koje kojeg kojem kojim kojih on ona oni one ono',
  ),
  sv: list(
    'en ett den det de och eller i på av för med till från om som att är var har hade han hon sig sin sitt sina vid',
  ),
  ta: list('ஒரு மற்றும் இந்த அந்த இது அது என்று என என்ற அவர் அவரது அவர்கள் ஆகிய அல்லது உள்ள மேலும் ஆனால்'),
  th: list('ที่ และ ของ ใน เป็น การ มี ได้ ว่า จะ ให้ กับ แต่ หรือ ซึ่ง นี้ นั้น โดย'),
  tr: list('ve veya bir bu şu o da de ile için ki mi mı mu mü gibi'),
  uk: list(
    'і й та в у на з зі із до від по за про для при що як а але або чи це він вона воно вони його її їх який яка яке які',
  ),
  ur: list('کا کی کے کو سے میں پر نے اور یا ہے ہیں تھا تھی تھے یہ وہ اس ان ایک بھی ہی تو کہ جو گا گی گے'),
  zh: list('的 了 和 是 在 与 及 或 也 都 而 等 被 把 着 之 就'),
} as const;
