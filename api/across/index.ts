import { foldWord } from '../../authorities/words/index.ts';
import { type Translation, translateQuery } from '../query/translate.ts';
import type { QueryNode } from '../query/tree.ts';
import { anyOf, type Clause, within } from '../search/clause.ts';
import { highlightWords } from '../search/highlight.ts';
import { type LimitedUnits, limitUnits, type SearchedUnit, searchedUnit, withParts } from './limits.ts';
import { readAcross } from './reading.ts';
import type { Rendering } from './rendering.ts';
import { type Dictionary, openDictionaries } from './renderings.ts';
import type { AcrossServices } from './services.ts';
import { isSmallIn } from './small-words.ts';
import { remembering } from './source-words.ts';
import { type Unit, unitsOf } from './units.ts';

/** A query in the languages that it is translated into. */
export interface AcrossSearch {
  readonly source: string;
  /** Whether words were not looked up, or not searched, because one query may ask no more. */
  readonly isCut: boolean;
  /** What is searched for in each language, in the order of the query. */
  readonly languages: readonly LimitedUnits[];
  /** Finds translations, a clause for each of the languages. */
  readonly clauses: readonly Clause[];
  /** The index or alias of each of the languages: a clause is for its own alone. */
  readonly indices: readonly string[];
  /** Highlights translations in the results. */
  readonly highlights: readonly Clause[];
}

export interface AcrossOptions extends AcrossServices {
  readonly source: string;
  readonly targets: readonly string[];
  /** Renderings that the reader dropped, `de:Kern`. */
  readonly without: readonly string[];
}

/**
 * Translates a query by dictionary. A language is left out where the dictionary knows none of the words: there the
 * query means what it says.
 */
export const searchAcross = (query: QueryNode, plain: Translation, options: AcrossOptions): AcrossSearch => {
  const dictionaries = openDictionaries(options.lexicon, options.source, options.targets);
  const isSmall = isSmallIn(options.source);
  const texts = stretchesOf(query, plain);
  const read = dictionaries.map((dictionary) => readStretches(texts, dictionary, isSmall, options.without));
  const translated = read.filter(({ stretches }) => unitsIn(stretches).some(({ known }) => known));
  const limited = limitUnits(
    translated.map(({ language, stretches }) => ({ language, units: unitsIn(stretches) })),
  );
  return {
    source: options.source,
    isCut: dictionaries.some((dictionary) => dictionary.isSpent()) || limited.some(lacksWords),
    languages: limited,
    clauses: limited.map((part, at) => {
      const stretches = keepLimited(translated[at]?.stretches ?? new Map(), part.units);
      const reading = readAcross(plain, {
        language: part.language,
        unitsOf: (text) => stretches.get(text) ?? [],
      });
      return translateQuery(query, reading);
    }),
    indices: limited.map(({ language }) => options.indexOf(language)),
    highlights: limited.map(({ language, units }) =>
      within(options.indexOf(language), highlightWords(translationsIn(units), [])),
    ),
  };
};

/** Further translations of a word are one thing; here the limits left none of them. */
const lacksWords = ({ units }: LimitedUnits): boolean =>
  units.some(({ known, alternatives }) => known && alternatives.length === 0);

/** What no entry holds is searched, and highlighted, as it is written. */
const translationsIn = (units: readonly SearchedUnit[]): readonly string[] => {
  const terms = withParts(units).flatMap(({ known, alternatives }) => (known ? alternatives : []));
  return [...new Set(terms.map(({ text }) => text))];
};

/** Units by the stretch of the query that they stand in. */
type Stretches = ReadonlyMap<string, readonly SearchedUnit[]>;

/** Reading a query once tells which of its stretches are translated, phrases and operands of NEAR included. */
const stretchesOf = (query: QueryNode, plain: Translation): readonly string[] => {
  const texts = new Set<string>();
  const note = (text: string): readonly SearchedUnit[] => {
    texts.add(text);
    return [];
  };
  translateQuery(query, readAcross(plain, { language: 'und', unitsOf: note }));
  return [...texts];
};

const readStretches = (
  texts: readonly string[],
  dictionary: Dictionary,
  isSmall: (word: string) => boolean,
  without: readonly string[],
): { readonly language: string; readonly stretches: Stretches } => {
  const { target: language } = dictionary;
  const dropped = new Set(without.map((term) => foldTerm(term)));
  const isDropped = remembering((text: string) => dropped.has(foldTerm(`${language}:${text}`)));
  const isKept = ({ text }: Rendering): boolean => dropped.size === 0 || !isDropped(text);
  const withoutTerms = (unit: Unit): Unit => ({ ...unit, renderings: unit.renderings.filter(isKept) });
  const read = (text: string): readonly SearchedUnit[] =>
    unitsOf(text, dictionary, isSmall).map((unit) =>
      searchedUnit(
        { ...withoutTerms(unit), parts: wholeOrNone(unit.parts?.map(withoutTerms) ?? []) },
        language,
      ),
    );
  return { language, stretches: new Map(texts.map((text) => [text, read(text)])) };
};

/** A word of a phrase without renderings would leave the others to find the phrase alone. */
const wholeOrNone = (parts: readonly Unit[]): readonly Unit[] =>
  parts.every(({ renderings }) => renderings.length > 0) ? parts : [];

const foldTerm = (term: string): string => foldWord(term, 'und');

const unitsIn = (stretches: Stretches): readonly SearchedUnit[] => [...stretches.values()].flat();

/** The limited units stand in the same order as those that were read. */
const keepLimited = (stretches: Stretches, limited: readonly SearchedUnit[]): Stretches => {
  let at = 0;
  return new Map(
    Array.from(stretches, ([text, units]) => {
      const kept = limited.slice(at, at + units.length);
      at += units.length;
      return [text, kept] as const;
    }),
  );
};

/**
 * Finds the words or a translation of them. In a language that the query is translated into, the words as they are
 * written find articles but lend no score: `die` and `was` are rare English words and common German ones.
 */
export const orTranslated = (plain: Clause, { clauses, indices }: AcrossSearch): Clause => {
  const named: Clause = { bool: { must: [plain], _name: foundByWords } };
  if (clauses.length === 0) return named;
  const elsewhere: Clause = { bool: { must: [named], must_not: [{ terms: { _index: [...indices] } }] } };
  return anyOf([
    elsewhere,
    ...clauses.map((clause, at) =>
      within(indices[at] ?? '', anyOf([clause, { constant_score: { filter: named, boost: 0 } }])),
    ),
  ]);
};

export const foundByWords = 'words';
