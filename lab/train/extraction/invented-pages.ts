import type { MarkedPage } from '../../evaluate/pages/pages.ts';
import { createRandom } from '../../random.ts';
import { creditsOf } from './invented-credits.ts';
import { foot, menu } from './invented-frame.ts';
import { oneOf, type Random } from './invented-random.ts';
import { type InventedText, inventedTexts } from './invented-texts.ts';

const PAGES_A_LANGUAGE = 12;

/**
 * Pages with sentences of our own, in structures that the collected pages seldom have: short statements beside long
 * cookie notices, lists and tables that belong to the text, old markup without meaningful class names.
 */
export const inventPages = (): readonly MarkedPage[] =>
  inventedTexts.flatMap((text, at) =>
    Array.from({ length: PAGES_A_LANGUAGE }, (_, page) =>
      inventPage(text, createRandom(at * 100 + page + 1)),
    ),
  );

const inventPage = (text: InventedText, random: Random): MarkedPage => {
  const { html, lines } = inventBody(text, random);
  const { title, language } = text;
  const heading = oneOf(['<h1>#</h1>', '<h2>#</h2>', '<div class="tit"><b>#</b></div>'], random).replace(
    '#',
    title,
  );
  const credits = creditsOf(text, random);
  const main = oneOf(WRAPPERS, random).replace(
    '#',
    () => `${credits.over}${heading}${credits.under}${html}${credits.behind}`,
  );
  const notice = oneOf(NOTICES, random).replace('#', () =>
    text.consent.map((line) => `<p>${line}</p>`).join(''),
  );
  const noted = random() < 0.6;
  const first = noted && random() < 0.6;
  const body = [
    first ? notice : '',
    menu(language, random),
    main,
    noted && !first ? notice : '',
    foot(language, random),
  ];
  return {
    set: 'invented',
    id: `${language}-${Math.floor(random() * 1e9)}`,
    html: `<html lang="${language}"><head><title>${title}</title></head><body>${body.join('\n')}</body></html>`,
    text: [title, ...lines].join('\n'),
    title,
    url: null,
    host: `invented-${language}`,
    language,
    titled: true,
    firstLine: null,
    lastLine: null,
    furniture: [],
  };
};

const WRAPPERS = [
  '<main><article class="article"><div class="article-content">#</div></article></main>',
  '<div class="TRS_Editor">#</div>',
  '<table width="100%"><tr><td>#</td></tr></table>',
  '<div><div><div>#</div></div></div>',
  '<aside class="content">#</aside>',
  '<main id="main"><article class="article"><div class="article-content">#</div></article></main>',
  '<div class="page"><div class="text-image">#</div></div>',
  '<section><div class="c12">#</div></section>',
  '#',
] as const;
const NOTICES = [
  '<div id="cookie-notice" class="banner">#<button>OK</button></div>',
  '<div class="gdpr"><form>#</form></div>',
  '<div class="cookie__wrap"><div class="cookie__content"><h2>Cookies</h2>#</div></div>',
  '<div id="message" class="notice"><div>#</div><a href="/c">OK</a></div>',
  '<section><div>#</div></section>',
  '<div role="dialog"><h2>Cookies</h2>#</div>',
] as const;

/** The text's markup and its lines. */
const inventBody = (
  text: InventedText,
  random: Random,
): { readonly html: string; readonly lines: readonly string[] } => {
  const sentences = text.statement.slice(0, 1 + Math.floor(random() * text.statement.length));
  if (random() < 0.12) return inventPlain(text, sentences, random);
  const listed = random() < 0.65;
  const items = listed ? [text.intro, ...text.items] : [];
  const paragraphs = paragraphsBy(oneOf(['p', 'div', 'br'], random));
  const list = listed ? `${paragraphs([text.intro])}${listOf(text.items, random)}` : '';
  const quote = random() < 0.5 ? inventQuote(text, random) : { html: '', lines: [] };
  const quotedFirst = random() < 0.3;
  return quotedFirst
    ? {
        html: `${paragraphs(sentences)}${quote.html}${list}`,
        lines: [...sentences, ...quote.lines, ...items],
      }
    : {
        html: `${paragraphs(sentences)}${list}${quote.html}`,
        lines: [...sentences, ...items, ...quote.lines],
      };
};

/** A quotation with its author, or an embedded post of a network. */
const inventQuote = (
  { quote, statement }: InventedText,
  random: Random,
): { readonly html: string; readonly lines: readonly string[] } => {
  const by = oneOf(
    ['— M. Lind', 'Ola Berg (@olaberg) 4.11.2019', '— Amsel News (@amsel) May 3, 2021'],
    random,
  );
  const words = random() < 0.5 ? quote : `${statement[0]?.slice(0, 60)} https://t.co/a1B2c3`;
  return oneOf(
    [
      { html: `<blockquote><p>${quote}</p></blockquote>`, lines: [quote] },
      { html: `<p class="x">${quote}</p>`, lines: [quote] },
      { html: `<div>${quote}</div>`, lines: [quote] },
      { html: `<blockquote><p>${quote}</p><p>${by}</p></blockquote>`, lines: [quote, by] },
      {
        html: `<blockquote class="twitter-tweet"><p>${words}</p>${by}</blockquote>`,
        lines: [words, by],
      },
    ],
    random,
  );
};

/** The whole text in one `pre`, or one table row per sentence, each with a number that links to a note. */
const inventPlain = (
  { quote }: InventedText,
  sentences: readonly string[],
  random: Random,
): { readonly html: string; readonly lines: readonly string[] } => {
  const lines = [...sentences, quote];
  const rows = lines.map(
    (line, at) => `<tr><td><a href="#n${at + 1}">${at + 1}</a></td><td>${line}</td></tr>`,
  );
  return {
    html: random() < 0.5 ? `<pre>\n${lines.join('\n\n')}\n</pre>` : `<table>${rows.join('')}</table>`,
    lines,
  };
};

const paragraphsBy =
  (tag: 'p' | 'div' | 'br') =>
  (lines: readonly string[]): string =>
    tag === 'br'
      ? `${lines.join('<br><br>')}<br><br>`
      : lines.map((line) => `<${tag}>${line}</${tag}>`).join('');

const listOf = (items: readonly string[], random: Random): string => {
  const [first = '', ...rest] = items;
  const cells = items.map((item, at) => `<tr><td>${at + 1}</td><td>${item}</td></tr>`).join('');
  const nested = items
    .map((item, at) => `<tr><td>${at + 1}.</td><td><ul><li>${item}</li></ul></td></tr>`)
    .join('');
  const linked = rest
    .map((item, at) => `<li>${item.replace(/^(\S+)/, `<a href="/l${at}">$1</a>`)}</li>`)
    .join('');
  return oneOf(
    [
      `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
      `<ol>${items.map((item) => `<li><p>${item}</p></li>`).join('')}</ol>`,
      `<table>${cells}</table>`,
      `<table>${nested}</table>`,
      `<ul><li>${first}</li>${linked}</ul>`,
      `<dl>${items.map((item) => `<dd>${item}</dd>`).join('')}</dl>`,
    ],
    random,
  );
};
