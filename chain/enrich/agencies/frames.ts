import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import { normalize } from '../../../domain/normalize.ts';
import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import { languages } from '../../../languages/index.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { signerLabels } from '../../../languages/signer-labels.ts';

/** A credit frame around its one slot. */
interface Frame {
  readonly before: string;
  readonly after: string;
  /** It means “source”, so that a name without a record is accepted too. */
  readonly explicit: boolean;
}

const fold = (text: string): string =>
  normalize(text, 'NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/\s?:\s?/gu, ':');

const parse = (frame: string): Frame => {
  const [before = '', after = ''] = frame.split('{agency}');
  const folded = fold(before).trimStart();
  return {
    before: folded,
    after: fold(after).trimEnd(),
    explicit: (folded.endsWith(':') && !beginsWith(folded, makers)) || beginsWith(folded, reprints),
  };
};

/** Labels of writers and editors: after them only recorded agencies count. */
const makers = wordsOfAll(({ creditWords }) => creditWords?.makers);
const reprints = wordsOfAll(({ creditWords }) => creditWords?.reprints);

const beginsWith = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.startsWith(word));

/**
 * Whether a line begins with a label of the text's writer, such as `采写：` or `Text:`. Charts and tables inside a text
 * may have sources, but only the text has a writer.
 */
export const namesWriter = (line: string): boolean => {
  const folded = fold(line.replace(/^[^\p{L}]+/u, ''));
  return writerLabels.some((label) => folded.startsWith(label));
};

const writers = wordsOfAll(({ creditWords }) => creditWords?.writers);

const framesOf = (profile: LanguageProfile): readonly Frame[] =>
  profile.credits
    .map(parse)
    .filter(({ before, after }) => before.length + after.length > 1 || /\p{Script=Han}/u.test(before));

const labels = (frames: readonly Frame[]): readonly Frame[] =>
  frames.filter(({ before }) => before.includes(':'));
const everywhere = labels(languages.flatMap(framesOf));
const writerLabels = everywhere
  .map(({ before }) => before)
  .filter((before) => before.endsWith(':') && beginsWith(before, writers));
const own = new Map<string, readonly Frame[]>();

const framesFor = (profile: LanguageProfile): readonly Frame[] => {
  const known = own.get(profile.code);
  if (known) return known;
  const frames = [...framesOf(profile), ...everywhere].sort((a, b) => b.before.length - a.before.length);
  own.set(profile.code, frames);
  return frames;
};

/** The text in the slot of the first matching pattern, from the label to the end of its part. */
export const fillFrame = (
  line: string,
  profile: LanguageProfile,
): { readonly filling: string; readonly explicit: boolean } | null => {
  const folded = normalize(line, 'NFKC')
    .replace(/^[^\p{L}(/「《«"©]+/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/\s?:\s?/gu, ':')
    .trim();
  const lower = folded.toLowerCase();
  if (lower.length !== folded.length) return null;
  for (const { before, after, explicit } of framesFor(profile)) {
    const at = before === '' ? 0 : placeOf(lower, before);
    const end = at < 0 || after === '' ? lower.length : lower.indexOf(after, at + before.length);
    if (at < 0 || end < 0 || (!before.endsWith(':') && goesOn(lower.slice(end + after.length)))) continue;
    const filling = untilNextLabel(folded.slice(at + before.length, end));
    if (filling !== '') return { filling, explicit };
  }
  // `(Con información de AFP, EFE y Reuters)`
  const inner = bracketed.exec(line)?.[1];
  return inner === undefined ? null : fillFrame(inner, profile);
};

/** The writer's letters may follow: `(mit Material von dpa) / jhu`. */
const bracketed = /^\s{0,3}[(（]([^()（）]{6,150})[)）]\.?(?:\s?\/?\s?\p{Ll}{2,4}){0,3}\s{0,3}$/u;

const MAX_LEAD = 60;

/** Recorded sources in the opening words of a text: `به گزارش ایسنا، …`, `据新华社报道，…`. */
export const leadNames = (
  text: string,
  profile: LanguageProfile,
  agencies: Pick<AgencyAuthority, 'findAll'>,
): readonly string[] => {
  const start = fold(text.slice(0, MAX_LEAD)).trimStart();
  for (const { before, after } of framesOf(profile)) {
    if (before.length < 2 && after.length < 2) continue;
    if (!/^\p{L}/u.test(before) || !start.startsWith(before)) continue;
    const rest = text.slice(0, MAX_LEAD).trimStart().slice(before.length);
    const [name] = agencies.findAll(rest);
    if (name === undefined || name.start > 12) continue;
    const behind = fold(rest.slice(name.end)).trimStart();
    if (behind.startsWith(after.trim()) && /^[^\p{L}]|^$/u.test(behind.slice(after.trim().length)))
      return name.ids.slice(0, 1);
  }
  return [];
};

/** `据新华社报道，…` opens a sentence, while a credit consists only of its frame. */
const goesOn = (rest: string): boolean => /\p{L}{3}/u.test(rest);

/** The content of a frame ends at another label: `X Просмотров:356`, `光明日报 作者:…`; Han names contain no spaces. */
const untilNextLabel = (filling: string): string => {
  const cut = filling
    .replace(/\s\p{L}{1,15}:.*$/su, '')
    .replace(gluedLabel, '')
    .trim();
  return /^[^\s]*\p{Script=Han}/u.test(cut) ? (cut.split(/\s/u)[0] ?? '') : cut;
};

/** Where no space parts them, a known label ends what stands before it: `中国新闻网责任编辑:李梅`. */
const gluedLabel = new RegExp(
  `(?<=\\p{Script=Han}{2})(?:${choiceOf(Object.values(signerLabels).flat())}):.*$`,
  'su',
);

/** Labels with a colon count anywhere in a line, other frames only at its beginning. */
const placeOf = (line: string, label: string): number => {
  if (line.startsWith(label)) return 0;
  if (!label.endsWith(':') || label.length < 3) return -1;
  const at = line.indexOf(label);
  const beginsWord = at > 0 && !/\p{L}/u.test(line[at - 1] ?? '');
  // Chinese sets no space before a word.
  return beginsWord || /\p{Script=Han}/u.test(label) ? at : -1;
};
