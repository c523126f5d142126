import { decodeHTML } from 'entities';
import { html, raw } from 'hono/html';
import { languages } from '../languages/index.ts';
import { mailMessagesIn } from './messages/index.ts';

/** Both parts of a message, and its subject. */
export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface LetterReader {
  /** Interface language. */
  readonly language: string;
  /** For dates and numbers. */
  readonly locale: string;
}

export interface LetterArticle {
  readonly title: string;
  /** Agencies and publisher, as the reader reads them. */
  readonly credits: readonly string[];
  /** `yyyy-mm-dd`. */
  readonly date: string | null;
  /** HTML: everything is escaped, matches are in `<mark>`. */
  readonly excerpt: string;
  readonly language: string;
  readonly url: string;
  readonly corrected: boolean;
}

export interface Digest {
  /** The search in words. */
  readonly name: string;
  readonly articles: readonly LetterArticle[];
  /** How many articles it has no room for. */
  readonly more: number;
  /** The same search on the pages, newest first. */
  readonly search: string;
  readonly unsubscribe: string;
}

/** New articles of a search. */
export const writeDigest = async (digest: Digest, reader: LetterReader): Promise<WrittenLetter> => {
  const { articles, more, search, unsubscribe } = digest;
  const messages = mailMessagesIn(reader.language);
  const name = shown(digest.name, mostName);
  const number = new Intl.NumberFormat(reader.locale);
  const subject = `${messages.newArticles} (${number.format(articles.length + more)}): ${name}`;
  const rest = more > 0 ? `${messages.more} (${number.format(more)})` : '';
  const details = (article: LetterArticle): string => detailsOf(article, reader);
  const text = [
    subject,
    ...articles.map((article) =>
      [titleOf(article, reader), details(article), plain(article.excerpt), article.url]
        .filter(Boolean)
        .join('\n'),
    ),
    ...(rest ? [`${rest}: ${search}`] : []),
    `-- \n${messages.because}\n${name}\n${messages.unsubscribe}: ${unsubscribe}`,
  ].join('\n\n');
  const body = html`<h1 style="font-size:1.2em">${subject}</h1>
${articles.map(
  (
    article,
  ) => html`<div lang="${article.language}" dir="${directionOf(article.language)}" style="margin:1.2em 0">
<a href="${article.url}"><b>${titleOf(article, reader)}</b></a>
<div lang="${reader.language}" dir="${directionOf(reader.language)}" style="font-size:.9em">${details(article)}</div>
<div>${emphasized(article.excerpt)}</div>
</div>`,
)}
${rest ? html`<p><a href="${search}">${rest}</a></p>` : ''}
<hr>
<p style="font-size:.9em">${messages.because}<br><a href="${search}">${name}</a><br><a href="${unsubscribe}">${messages.unsubscribe}</a></p>`;
  return { subject, text, html: await frame(body, subject, reader) };
};

export interface Confirmation {
  readonly name: string;
  readonly confirm: string;
  readonly unsubscribe: string;
}

/**
 * Asks whether an address is its owner's. Strangers can make us send it, so that their query is short in it and no
 * program makes a link of what they wrote.
 */
export const writeConfirmation = async (
  { name, confirm, unsubscribe }: Confirmation,
  reader: LetterReader,
): Promise<WrittenLetter> => {
  const messages = mailMessagesIn(reader.language);
  const search = unlinked(shown(name, mostStrangersText));
  const subject = messages.confirm;
  const text = [
    messages.asked,
    search,
    `${messages.confirm}: ${confirm}`,
    messages.ignore,
    `${messages.unsubscribe}: ${unsubscribe}`,
  ].join('\n\n');
  const body = html`<p>${messages.asked}</p>
<p><b dir="auto">${search}</b></p>
<p><a href="${confirm}">${messages.confirm}</a></p>
<p>${messages.ignore}</p>
<p style="font-size:.9em"><a href="${unsubscribe}">${messages.unsubscribe}</a></p>`;
  return { subject, text, html: await frame(body, subject, reader) };
};

const mostName = 150;
const mostStrangersText = 100;
const firstWords = 80;

/** On one line, and not too long for a subject. */
const shown = (text: string, most: number): string => {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
};

/** A word joiner (U+2060) after each sign that makes an address of words; it is not seen. */
const unlinked = (text: string): string => text.replace(/[.:@/]/g, '$&\u2060');

const titleOf = ({ title, excerpt }: LetterArticle, { language }: LetterReader): string =>
  shown(title, 300) || shown(plain(excerpt), firstWords) || mailMessagesIn(language).untitled;

const detailsOf = ({ credits, date, corrected }: LetterArticle, { language, locale }: LetterReader): string =>
  [...new Set(credits), printDay(date, locale), corrected ? mailMessagesIn(language).corrected : '']
    .filter(Boolean)
    .join(' · ');

const printDay = (day: string | null, locale: string): string =>
  day === null || !/^\d{4}-\d\d-\d\d$/.test(day)
    ? ''
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

const plain = (excerpt: string): string => decodeHTML(excerpt.replace(/<\/?mark>/g, ''));

/** Anything but a match becomes text. Programs that read mail know no `<mark>`. */
const emphasized = (excerpt: string) =>
  raw(excerpt.replace(/<(?!\/?mark>)/g, '&lt;').replace(/<(\/?)mark>/g, '<$1b>'));

const directionOf = (language: string): 'rtl' | 'ltr' =>
  languages.find(({ code }) => code === language.split('-')[0])?.direction ?? 'ltr';

const frame = async (
  body: ReturnType<typeof html>,
  title: string,
  { language }: LetterReader,
): Promise<string> =>
  String(
    await html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>${title}</title></head>
<body style="font:16px/1.5 sans-serif;max-width:42em;margin:1em">
${body}
</body>
</html>`,
  );
