import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import { normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import type { PublisherAuthority } from '../../authorities/publishers/index.ts';
import type { CleanArticle } from '../../domain/article.ts';
import { andWords, bylineWords } from '../../languages/byline-words.ts';

const MOST_AUTHORS = 50;
const LONGEST_LINE = 120;

interface AuthorContext {
  readonly language: string;
  readonly agencies: AgencyAuthority;
  readonly publishers: PublisherAuthority;
}

/**
 * Who wrote an article, according to its sender, its structured data or its byline. An author whom the text does not
 * name is not a mentioned person.
 *
 * @returns ids of the form `name:` and the name, as for persons without a record
 */
export const findAuthors = (clean: CleanArticle, context: AuthorContext): readonly string[] => {
  const { author: given } = clean.given;
  if (given === null) return [];
  const names = given ?? namesIn(clean, context).filter((name) => isPerson(name, context));
  const ids = names.map((name) => normalizeName(name)).filter((name) => name !== '');
  return [...new Set(ids.map((name) => `name:${name}`))].slice(0, MOST_AUTHORS);
};

/** Structured data has a field for it; a line is read only without that field. */
const namesIn = (clean: CleanArticle, { language }: AuthorContext): readonly string[] => {
  const stated = clean.statements
    .filter(({ property, value }) => stating.has(property) && value.length <= LONGEST_LINE)
    .flatMap(({ value }) => splitNames(value, language));
  if (stated.length > 0) return stated;
  return clean.blocks
    .filter(({ zone, text }) => zone === 'credit' && text.length <= LONGEST_LINE)
    .flatMap(({ text }) => readLine(text, language));
};

const stating: ReadonlySet<string> = new Set([
  'author.name',
  'author',
  'article:author',
  'dc.creator',
  'creator',
  'creator.name',
  'byl',
  'articleauthor',
  'parsely-author',
]);

const wordsOf = (language: string) => bylineWords[language] ?? { by: [], from: [], offices: [] };

const startOf = (words: readonly string[]): RegExp =>
  words.length === 0 ? /(?!)/u : new RegExp(`^(?:${words.join('|')})[:：\\s]\\s*`, 'iu');

/** `By Jane Roe and John Doe in Vienna`: only lines that begin with such a word are bylines. */
const readLine = (line: string, language: string): readonly string[] => {
  const { by } = wordsOf(language);
  const names = line.trim().replace(startOf(by), '');
  return names === line.trim() ? [] : splitNames(names, language);
};

const joining = new RegExp(`\\s*[,;/|、，·]\\s*|\\s+(?:&|${andWords.join('|')})\\s+|\\s[-–—]\\s`, 'u');

const splitNames = (value: string, language: string): readonly string[] => {
  const { by, from, offices } = wordsOf(language);
  const behind = from.length > 0 ? new RegExp(`\\s(?:${from.join('|')})\\s.*$`, 'u') : /(?!)/u;
  return value
    .replace(/\S+@\S+/gu, ' ')
    .trim()
    .replace(startOf(by), '')
    .split(joining)
    .map((name) => name.replace(behind, '').trim())
    .filter((name) => name !== '' && !offices.includes(name.toLowerCase()));
};

const isPerson = (name: string, { agencies, publishers }: AuthorContext): boolean =>
  (cased.test(name) || caseless.test(name)) &&
  agencies.findByName(name).length === 0 &&
  publishers.findByName(name).length === 0;

const word = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}";
const particle = '(?:(?:de|da|do|dos|del|della|di|la|le|van|von|der|den|ten|ter|bin|al|el)\\s){0,2}';
/** Two to four capitalized words. */
const cased = new RegExp(`^${word}(?:\\s${particle}${word}){1,3}$`, 'u');
/** Han and hangul write names without a space; Arabic, Hebrew, Hindi and Thai in two to four words. */
const caseless =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4}|(?![\p{Script=Han}\p{Script=Hangul}])[\p{Lo}\p{M}]{2,20}(?:\s[\p{Lo}\p{M}]{2,20}){1,3})$/u;
