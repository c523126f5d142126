import { expect, test } from '@jest/globals';
import { mostOfTargets } from '../../../api/across/renderings.ts';
import { mostSearches } from '../../../api/across/source-words.ts';
import { acrossOf } from '../../../api/across/understand.ts';
import { parseQuery } from '../../../api/query/parse.ts';
import type { Translation } from '../../../api/query/translate.ts';
import { highlightWords } from '../../../api/search/highlight.ts';
import { type Lexicon, loadLexicon, type WordTable } from '../../../authorities/words/index.ts';

const lexicon = loadLexicon();

const plain: Translation = {
  match: 'all',
  idsOf: () => [],
  wordsClause: () => ({ match_all: {} }),
  personOf: () => null,
};

/** The tables of words, and how often each section of any of them was searched. */
const counting = () => {
  const searches = { fromEnglish: 0, ofSource: 0 };
  const counted = (table: WordTable): WordTable => ({
    language: table.language,
    fromEnglish: (key) => {
      searches.fromEnglish += 1;
      return table.fromEnglish(key);
    },
    toEnglish: (key) => {
      searches.ofSource += 1;
      return table.toEnglish(key);
    },
    lemmas: (key) => {
      searches.ofSource += 1;
      return table.lemmas(key);
    },
  });
  const counter: Lexicon = {
    languages: lexicon.languages,
    load: lexicon.load,
    table: (language) => {
      const table = lexicon.table(language);
      return table && counted(table);
    },
  };
  return { searches, counter };
};

const read = (q: string, translate: string, table: Lexicon = lexicon, hints: readonly string[] = []) => {
  const query = parseQuery(q);
  if (!query) throw new Error('the query is empty');
  return acrossOf(
    query,
    plain,
    { translate, 'translate-without': [], lang: [] },
    { lexicon: table, indexOf: (language) => `articles-${language}` },
    hints,
  );
};

/** No query is longer. */
const shorten = (q: string): string => q.slice(0, 2000).replace(/ \S*$/u, '');

const letters = (n: number): string => String.fromCharCode(97 + (n % 26), 97 + ((n * 7) % 26));
const compounds = Array.from(
  { length: 46 },
  (_, n) => `Bundesregierungsvertreterversammlungx${letters(n)}z`,
).join(' ');
const [heads, middles] = [
  'Wasser Energie Kranken Staats Bildungs Verkehrs Umwelt Arbeits Steuer Handels Welt Friedens Atom'.split(
    ' ',
  ),
  'haus versorgungs sicherheits wirtschafts schutz politik rechts markt bau preis rats vertrags'.split(' '),
];
/** Unlike those above, they share few beginnings: each is cut anew. None is a word. */
const differing = Array.from(
  { length: 60 },
  (_, n) => `${heads[n % 13]}${middles[(n * 5) % 12]}${middles[(n * 7 + 3) % 12]}qx${letters(n)}z`,
).join(' ');
const run =
  '核谈判恢复部长在日内瓦会见记者政府总统选举水价学校房屋法律国家城市条约边境军队警察法院法官贸易关税钢铁能源';
const runs = Array.from({ length: 30 }, (_, n) => run.slice(n) + run.slice(0, n)).join(' ');
const english = Array.from(
  { length: 100 },
  (_, n) => `${['minister', 'water', 'price'][n % 3]}${letters(n)}`,
);

/** Two tables for each of two searches, and what tells the language of the query. */
const mostOfSource = 2 * (2 * mostSearches.words + 2 * mostSearches.compounds);

test.each([
  ['compounds', `die Regierung ${compounds}`],
  ['compounds of other words', `die Regierung ${differing}`],
  ['runs without spaces', runs],
  ['words and phrases', english.join(' ')],
])('no query searches the tables more than it may: %s', (_, q) => {
  const { searches, counter } = counting();
  read(shorten(q), 'all', counter);
  expect(searches.fromEnglish).toBeLessThanOrEqual(mostOfTargets.searches + lexicon.languages.length);
  expect(searches.ofSource).toBeLessThanOrEqual(mostOfSource);
});

test('whether words were not looked up is told', () => {
  expect(read(shorten(`die Regierung ${differing}`), 'all')?.isCut).toBe(true);
  expect(read('die Krankenhausfinanzierung der Bundesregierung', 'all')?.isCut).toBe(false);
});

test('it is told also where no word that was looked up has a translation', () => {
  const across = read(shorten(differing), 'de,fr', lexicon, ['de']);
  expect(across).toMatchObject({ source: 'de', isCut: true, languages: [], clauses: [] });
});

test('a word is cut once for all the languages that it is translated into', () => {
  const searched = (translate: string): number => {
    const { searches, counter } = counting();
    read('die Bundesregierung und die Krankenhausfinanzierung', translate, counter);
    return searches.ofSource;
  };
  const languages = 'fr,es,it,ru,pl,cs,sv,nl'.split(',');
  const oneByOne = languages.map(searched).reduce((sum, searches) => sum + searches, 0);
  expect(searched(languages.join(','))).toBeLessThan(oneByOne / 2);
});

test('a language that is asked for again is translated into once', () => {
  const languages = (translate: string) =>
    read('die Regierung', translate)?.languages.map(({ language }) => language);
  expect(languages('fr,fr,fr')).toEqual(['fr']);
});

test('an ordinary query of compounds is translated whole into all languages', () => {
  const across = read('die Krankenhausfinanzierung der Bundesregierung und Energiepreise', 'all');
  const french = across?.languages.find(({ language }) => language === 'fr');
  expect(french?.units.every(({ known }) => known)).toBe(true);
});

test('where limits leave a language no translation, its highlights are a query that finds nothing', () => {
  expect(highlightWords([], [])).toEqual({ match_none: {} });
});
