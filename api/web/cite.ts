import type { ArticleSummary } from '../search/result.ts';
import { isWeb } from './is-web.ts';
import type { PageContext } from './page.ts';
import { titleOf } from './title.ts';

/** Data of a citation. */
export interface Cited {
  readonly id: string;
  readonly title: string;
  /** The publisher, else the agencies. */
  readonly source: string;
  readonly authors: readonly string[];
  readonly date: string;
  /** Its original address, else its page here. */
  readonly url: string;
  readonly language: string;
  /** Day of access, `yyyy-mm-dd`. */
  readonly accessed: string;
}

export const citedOf = (
  article: ArticleSummary,
  { origin, site, now }: Pick<PageContext, 'origin' | 'site' | 'now'>,
): Cited => ({
  id: article.id,
  title: titleOf(article, { site }),
  source: article.publisher?.label ?? article.agency.map(({ label }) => label).join(', '),
  authors: article.authors.map(({ label }) => label),
  date: article.date ?? '',
  url: article.url && isWeb(article.url) ? article.url : `${origin}${article.page}`,
  language: article.language,
  accessed: now.toISOString().slice(0, 10),
});

/** `Author. “Title.” Source, 2024-05-01. https://… (2024-06-01).` The last is the day of access. */
export const formatCitation = ({ authors, title, source, date, url, accessed }: Cited): string =>
  [
    authors.length > 0 ? `${authors.join(', ')}.` : '',
    `“${title}”.`,
    [source, date].filter(Boolean).join(', ').concat('.'),
    `${url} (${accessed}).`,
  ]
    .filter((part) => part !== '' && part !== '.')
    .join(' ');

/** One line for every program: some end a line at control characters or separators, such as U+0085 and U+001C. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** Without the characters that would end or change a BibTeX value. */
const bibtex = (text: string): string =>
  oneLine(text)
    .replace(/[\\{}]/g, '')
    .replace(/[%$&#_]/g, '\\$&');

/** A key that every BibTeX program accepts. */
const keyOf = (id: string): string => id.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60) || 'article';

export const writeBibtex = (cited: Cited): string => {
  const fields: readonly (readonly [string, string])[] = [
    ['title', `{${bibtex(cited.title)}}`],
    ['author', cited.authors.map((name) => `{${bibtex(name)}}`).join(' and ')],
    ['publisher', bibtex(cited.source)],
    ['date', bibtex(cited.date)],
    ['year', bibtex(cited.date.slice(0, 4))],
    ['url', oneLine(cited.url).replace(/[{}\\]/g, '')],
    ['urldate', cited.accessed],
    ['langid', bibtex(cited.language)],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{${keyOf(cited.id)},\n${lines.join('')}}\n`;
};

/** RIS: tags of two letters, lines end with CR LF. */
export const writeRis = (cited: Cited): string => {
  const fields: readonly (readonly [string, string])[] = [
    ['TY', 'NEWS'],
    ['TI', cited.title],
    ...cited.authors.map((name) => ['AU', name] as const),
    ['PB', cited.source],
    ['DA', cited.date.replaceAll('-', '/')],
    ['PY', cited.date.slice(0, 4)],
    ['UR', cited.url],
    ['LA', cited.language],
    ['Y2', cited.accessed.replaceAll('-', '/')],
  ];
  const lines = fields
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`);
  return `${lines.join('')}ER  - \r\n`;
};
