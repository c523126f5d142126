import { profileFor } from '../../../../languages/index.ts';
import { initialsOf } from '../coreference/printed-name.ts';
import { keepFree, type NameSpan } from '../name-span.ts';
import { cueClasses, cueOf } from '../tagger/cues.ts';
import { hashFolded } from '../tagger/hashing.ts';

/**
 * Mends what a tagger of single words cannot see, in scripts with spaces: the point behind an initial, names behind
 * `Mme` and `Herr` that no list knows, initials that stand for a name, and words that a sentence opens with.
 */
export const mendNames = (text: string, spans: readonly NameSpan[], language: string): NameSpan[] => {
  const ended = spans.map((span) => mendEnd(text, span, language));
  const persons = dropCommonWords(text, ended);
  const honoured = keepFree(findHonoured(text, language), persons);
  const all = [...persons, ...honoured];
  return [...all, ...keepFree(findInitials(text, all), all)].sort((one, other) => one.start - other.start);
};

const initialLast = /[^\p{L}]\p{Lu}$/u;
const shortenedLast = /[^\p{L}](?:\p{Lu}|Jr|Sr)$/u;
const twoWords = /^(\p{L}{1,6}) (\p{Lu})$/u;
const sentenceGoesOn = /^\.\s+\p{Ll}/u;
const ordinalLast = / [IVX]{1,5}$/u;

/**
 * The point belongs to `Anna S.` and `Miller Jr.`, and in German to `Karl VI.`; behind `Li Yi.` it ends the sentence.
 */
const mendEnd = (text: string, { start, end }: NameSpan, language: string): NameSpan => {
  const pointed = end - start > 2 && /\S\.$/u.test(text.slice(end - 2, end));
  const bare = pointed ? end - 1 : end;
  const name = text.slice(start, bare);
  const isOrdinal = ordinalLast.test(name);
  if (isOneLetterName(name, language) && !sentenceGoesOn.test(text.slice(bare, bare + 4)))
    return { start, end: bare };
  const belongs = isOrdinal ? language === 'de' : (pointed ? shortenedLast : initialLast).test(name);
  return { start, end: belongs && text.charAt(bare) === '.' ? bare + 1 : bare };
};

/** In Russian a Chinese given name may be one letter long (`Ван И`); of others the letter is an initial (`Ким И.`). */
const isOneLetterName = (name: string, language: string): boolean => {
  const [, surname = '', given = ''] = twoWords.exec(name) ?? [];
  const { surnames, given: letters } = profileFor(language).names?.oneLetterNames ?? {};
  return (letters?.includes(given) && surnames?.includes(surname)) ?? false;
};

const single = /^\p{Lu}\p{Ll}{2,20}$/u;
const opens = /(?:^|[\n.!?:“"»]\s*)$/u;

/** A capital may only open a sentence: the word stands in small letters too (`Crane count … 1,412 cranes`). */
const dropCommonWords = (text: string, persons: readonly NameSpan[]): NameSpan[] => {
  const nameOf = ({ start, end }: NameSpan): string => text.slice(start, end);
  const opening = persons.filter(
    (span) => single.test(nameOf(span)) && opens.test(text.slice(Math.max(0, span.start - 4), span.start)),
  );
  if (opening.length === 0) return [...persons];
  const small = new Set([...text.matchAll(/(?<![\p{L}-])\p{Ll}{3,22}(?![\p{L}-])/gu)].map(([word]) => word));
  const times = new Map<string, number>();
  for (const span of persons)
    for (const part of nameOf(span).split(/[^\p{L}\p{M}]+/u)) times.set(part, (times.get(part) ?? 0) + 1);
  const common = new Set(
    opening.filter((span) => {
      const word = nameOf(span).toLowerCase();
      return (small.has(word) || small.has(`${word}s`)) && times.get(nameOf(span)) === 1;
    }),
  );
  return persons.filter((span) => !common.has(span));
};

const honorifics: Readonly<Record<string, RegExp>> = {
  en: /\b(?:Mr|Mrs|Ms)\.? /gu,
  de: /\b(?:Herrn?|Frau) /gu,
  fr: /(?:\bMme|\bMlle|\bMe|\bM\.) /gu,
  es: /\b(?:Sr|Sra)\. /gu,
};
const capitalised = /^(?:\p{Lu}[\p{L}\p{M}’'-]{1,30}(?: (?=\p{Lu}\p{Ll}))?){1,3}/u;

/** Compounds and forms of address that no list of roles holds: `Frau Bundesministerin`, `Mr. Speaker`. */
const titles =
  /(?:minister|präsident|kanzler|meister|vorsitzende|direktor|kommissar|sekretär|anwalt|general|botschafter|sprecher)(?:in)?[ens]?$|^(?:Speaker|Justice|Vice)$/iu;

/** One to three capitalised words behind an honorific, but for a title (`Frau Ministerin`). */
const findHonoured = (text: string, language: string): NameSpan[] => {
  const pattern = honorifics[language];
  if (!pattern) return [];
  return [...text.matchAll(pattern)].flatMap(({ 0: title, index }) => {
    const start = index + title.length;
    const name = capitalised
      .exec(text.slice(start, start + 100))?.[0]
      .replace(/[’']s?$/u, '')
      .trimEnd();
    const first = name?.split(/[ -]/u)[0] ?? '';
    const isTitle = titles.test(first) || cueOf(hashFolded(first, 0, first.length)) !== cueClasses.none;
    return name && !isTitle ? [{ start, end: start + name.length }] : [];
  });
};

const bracketed = /^ ?\((\p{Lu}{2,6})\)/u;
const mostInitials = 200;

/** `López Obrador (ALO)`: the letters stand for the name from there on and before. */
const findInitials = (text: string, spans: readonly NameSpan[]): NameSpan[] => {
  const letters = new Set<string>();
  for (const { start, end } of spans) {
    const short = bracketed.exec(text.slice(end, end + 10))?.[1];
    if (short && short === initialsOf(text.slice(start, end))) letters.add(short);
  }
  if (letters.size === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}-])(?:${[...letters].join('|')})(?![\\p{L}\\p{M}])`, 'gu');
  return [...text.matchAll(pattern)]
    .slice(0, mostInitials)
    .map(({ 0: short, index }) => ({ start: index, end: index + short.length }));
};
