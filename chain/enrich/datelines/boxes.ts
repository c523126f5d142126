import { lettersOf } from '../../../languages/scripts.ts';
import { type Split, splitAtDash } from './ends.ts';
import { type DatelineHead, type HeadContext, readHead } from './head.ts';
import { koreanReporter, reportWords } from './reporters.ts';

const chinese = new RegExp(
  `^\\s{0,3}[（(【〔]?([^。，,！？]{2,48}?)${reportWords('zh', 'dispatch')}[）)】〕]?\\s{0,3}(?:[（(]\\s?${reportWords('zh', 'reporters', 'contributors')}[^）)]{0,40}[）)])?[：:]?\\s{0,3}`,
  'u',
);

/** `新华社北京1月12日电（记者 张三）`, `（中央社記者王五台北25日電）`, `【王小明／台北報導】`. */
export const readChinese = (text: string, context: HeadContext): Split | null => {
  if (context.profile.code !== 'zh') return null;
  const match = chinese.exec(text.slice(0, 160));
  if (!match) return null;
  const heads = [...withoutReporters(match[1] ?? '')]
    .map((words) => readHead(words, context))
    .filter((head) => head !== null);
  const head = heads.find(({ place }) => place) ?? heads.find(({ agencies }) => agencies.length > 0);
  return head ? { head, length: match[0].length } : null;
};

const own = reportWords('zh', 'own');
const reporter = `(?:${own}${reportWords('zh', 'papers')})?${reportWords('zh', 'reporters', 'editors', 'special')}`;
const reporters: readonly RegExp[] = [
  new RegExp(`${reporter}[^／/|]{0,12}`, 'u'),
  ...[3, 2, 4].map((length) => new RegExp(`${reporter}\\p{Script=Han}{${length}}`, 'u')),
];
const ownName = new RegExp(`^${own}${reportWords('zh', 'papers', 'sites', 'agencies', 'stations')}`, 'u');
const unrecordedAgency = new RegExp(
  `^\\p{Script=Han}{1,5}${reportWords('zh', 'agencies', 'sites', 'papers')}(?=\\p{Script=Han}{2})`,
  'u',
);

/** The words without the reporter, whose name has no clear end: likeliest lengths first. */
function* withoutReporters(words: string): Generator<string> {
  for (const pattern of reporters) yield words.replace(pattern, '').replace(ownName, '');
  yield words.replace(/^\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){0,3}[／/]/u, '');
  // An agency without a record: `中評社香港11月25日`.
  yield words.replace(unrecordedAgency, '');
}

const bracketed = new RegExp(
  `^\\s{0,3}[【［[(（〔]([^】］\\])）〕\\n]{2,50})[】］\\])）〕]\\s{0,3}(?:${koreanReporter}\\s?)?[=＝:：]?\\s{0,3}`,
  'u',
);

/** `(서울=연합뉴스)`, `【ワシントン共同】`, `(ANSA) - ROMA, 3 GEN -`. */
export const readBox = (text: string, context: HeadContext): Split | null => {
  const box = bracketed.exec(text.slice(0, 100));
  const words = parted(box?.[1] ?? '', context);
  const head =
    box && (readHead(words, context) ?? readSignedBox(words, context) ?? readUnrecorded(words, context));
  if (!box || !head || (head.agencies.length === 0 && !head.place?.id)) return null;
  return withInner(text, box[0].length, head, context);
};

/** Words of two recorded names are parted: `로이터연합뉴스`. */
const parted = (words: string, { agencies }: HeadContext): string =>
  words.replace(/\p{Script=Hangul}{4,16}/gu, (word) => {
    if (agencies.findByName(word).length > 0) return word;
    const cut = Array.from({ length: word.length - 3 }, (_, at) => at + 2).find(
      (at) =>
        agencies.findByName(word.slice(0, at)).length > 0 && agencies.findByName(word.slice(at)).length > 0,
    );
    return cut === undefined ? word : `${word.slice(0, cut)}/${word.slice(cut)}`;
  });

/** A place of no record before a recorded agency, in scripts without capitals: `암젤=연합뉴스`, `アムゼル共同`. */
const readUnrecorded = (words: string, context: HeadContext): DatelineHead | null => {
  const place = caselessPlace.exec(words);
  const printed = place?.[1];
  if (printed === undefined) return null;
  const named = context.agencies.findAll(words).find(({ start }) => start > 0);
  const isPress = context.agencies.get(named?.ids[0] ?? '')?.kind === 'agency';
  if (named === undefined || !isPress) return null;
  const name = printed.slice(0, named.start).replace(/[\s=＝]+$/u, '');
  const head = name.length < 2 ? null : readHead(words.slice(name.length).replace(/^[\s=＝]+/u, ''), context);
  return head && head.place === null && head.agencies.length > 0
    ? { ...head, place: { id: null, printed: name } }
    : null;
};

const caselessPlace = new RegExp(`^([${lettersOf('Kana', 'Hang')}・]{2,20})`, 'u');

/** `【ワシントン＝山田太郎】`: the reporter follows the place. */
const readSignedBox = (words: string, context: HeadContext): DatelineHead | null => {
  const place = signed.exec(words)?.[1];
  return place === undefined ? null : readHead(place, context);
};

const signed = new RegExp(
  `^([^=＝]{2,20})[=＝]\\s?(?:[${lettersOf('Hani', 'Kana')}]{2,8}|${koreanReporter})$`,
  'u',
);

/** The place follows the agency. */
const withInner = (text: string, length: number, head: DatelineHead, context: HeadContext): Split => {
  if (head.place) return { head, length };
  const dash = /^(?:[–—]|-{1,3})\s{0,3}/.exec(text.slice(length));
  const from = length + (dash?.[0].length ?? 0);
  const inner = splitAtDash(text.slice(from, from + 70), context);
  if (!inner?.head.place?.id) return { head, length: from };
  return { head: { ...inner.head, agencies: head.agencies }, length: from + inner.length };
};
