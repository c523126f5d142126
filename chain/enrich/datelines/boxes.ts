import { lettersOf } from '../../../languages/scripts.ts';
import { type Split, splitAtDash } from './ends.ts';
import { type DatelineHead, type HeadContext, readHead } from './head.ts';

const chinese =
  /^\s{0,3}[（(【〔]?([^。，,！？]{2,48}?)(?:电|電|讯|訊|消息|報導|报道)[）)】〕]?\s{0,3}(?:[（(]\s?(?:记者|記者|通讯员)[^）)]{0,40}[）)])?[：:]?\s{0,3}/u;

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

const reporter = '(?:本[报報])?(?:记者|記者|编译|編譯|特约|特約)';
const reporters: readonly RegExp[] = [
  new RegExp(`${reporter}[^／/|]{0,12}`, 'u'),
  ...[3, 2, 4].map((length) => new RegExp(`${reporter}\\p{Script=Han}{${length}}`, 'u')),
];
const ownName = /^本[报報网網社台]/u;

/** The words without who reports, whose name ends where nothing tells: the likeliest lengths first. */
function* withoutReporters(words: string): Generator<string> {
  for (const pattern of reporters) yield words.replace(pattern, '').replace(ownName, '');
  yield words.replace(/^\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){0,3}[／/]/u, '');
  // An agency of no record: `中評社香港11月25日`.
  yield words.replace(/^\p{Script=Han}{1,5}[社网網报報](?=\p{Script=Han}{2})/u, '');
}

const bracketed =
  /^\s{0,3}[【［[(（〔]([^】］\])）〕\n]{2,50})[】］\])）〕]\s{0,3}(?:[\p{Script=Hangul}]{2,4}\s?(?:기자|특파원)\s?)?[=＝:：]?\s{0,3}/u;

/** `(서울=연합뉴스)`, `【ワシントン共同】`, `(ANSA) - ROMA, 3 GEN -`. */
export const readBox = (text: string, context: HeadContext): Split | null => {
  const box = bracketed.exec(text.slice(0, 100));
  const head = box && (readHead(box[1] ?? '', context) ?? readSignedBox(box[1] ?? '', context));
  if (!box || !head || (head.agencies.length === 0 && !head.place?.id)) return null;
  return withInner(text, box[0].length, head, context);
};

/** `【ワシントン＝山田太郎】`: behind the place stands who reports from there. */
const readSignedBox = (words: string, context: HeadContext): DatelineHead | null => {
  const place = signed.exec(words)?.[1];
  return place === undefined ? null : readHead(place, context);
};

const signed = new RegExp(
  `^([^=＝]{2,20})[=＝]\\s?(?:[${lettersOf('Hani', 'Kana')}]{2,8}|\\p{Script=Hangul}{2,4}\\s?(?:기자|특파원))$`,
  'u',
);

/** The place follows the agency. */
const withInner = (text: string, length: number, head: DatelineHead, context: HeadContext): Split => {
  if (head.place) return { head, length };
  const dash = /^[-–—]\s{0,3}/.exec(text.slice(length));
  const from = length + (dash?.[0].length ?? 0);
  const inner = splitAtDash(text.slice(from, from + 70), context);
  if (!inner?.head.place?.id) return { head, length: from };
  return { head: { ...inner.head, agencies: head.agencies }, length: from + inner.length };
};
