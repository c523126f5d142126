import { keepFree } from '../name-span.ts';
import { cueClasses, cueOf } from '../tagger/cues.ts';
import { hashFolded } from '../tagger/hashing.ts';
import { type CorrectionRule, inOrder } from './rule.ts';

const honorifics: Readonly<Record<string, RegExp>> = {
  en: /\b(?:Mr|Mrs|Ms)\.? /gu,
  de: /\b(?:Herrn?|Frau) /gu,
  fr: /(?:\bMme|\bMlle|\bMe|\bM\.) /gu,
  es: /\b(?:Sr|Sra)\. /gu,
};
const capitalised = /^(?:\p{Lu}[\p{L}\p{M}’'-]{1,30}(?: (?=\p{Lu}\p{Ll}))?){1,3}/u;

/** Compounds and forms of address that no list of roles contains: `Frau Bundesministerin`, `Mr. Speaker`. */
const titles =
  /(?:minister|präsident|kanzler|meister|vorsitzende|direktor|kommissar|sekretär|anwalt|general|botschafter|sprecher)(?:in)?[ens]?$|^(?:Speaker|Justice|Vice)$/iu;

/** One to three capitalized words after an honorific are a name that only the honorific reveals. */
export const behindHonorific: CorrectionRule = {
  id: 'behind-honorific',
  languages: Object.keys(honorifics),
  examples: [
    ['fr', 'Selon Mme Qarnoux, tout va bien.', 'Selon Mme [Qarnoux], tout va bien.'],
    ['fr', 'Me Qarnoux a plaidé.', 'Me [Qarnoux] a plaidé.'],
    ['en', 'Tell Me Everything, said Mr. Qarnoux’s wife.', 'Tell Me Everything, said Mr. [Qarnoux]’s wife.'],
    ['de', 'Frau Ministerin, fragte Herr Qarnoux.', 'Frau Ministerin, fragte Herr [Qarnoux].'],
    ['de', 'Frau Bundesministerin, sagte er.', 'Frau Bundesministerin, sagte er.'],
    ['en', 'Thank you, Mr. Speaker.', 'Thank you, Mr. Speaker.'],
    ['fr', 'Mme [Anna Qarnoux] est là.', 'Mme [Anna Qarnoux] est là.'],
  ],
  apply: ({ text, language }, spans) => {
    const pattern = honorifics[language];
    if (!pattern) return spans;
    const found = [...text.matchAll(pattern)].flatMap(({ 0: title, index }) => {
      const start = index + title.length;
      const name = capitalised
        .exec(text.slice(start, start + 100))?.[0]
        .replace(/[’']s?$/u, '')
        .trimEnd();
      return name && !opensWithTitle(name) ? [{ start, end: start + name.length }] : [];
    });
    return inOrder(spans, keepFree(found, spans));
  },
};

const opensWithTitle = (name: string): boolean => {
  const first = name.split(/[ -]/u)[0] ?? '';
  return titles.test(first) || cueOf(hashFolded(first, 0, first.length)) !== cueClasses.none;
};
