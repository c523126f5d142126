import { languages } from '../../../languages/index.ts';
import type { MarkedPage } from '../../evaluate/pages/pages.ts';
import { createRandom } from '../../random.ts';
import { type InventedText, inventedTexts } from './invented-texts.ts';

const PAGES_A_LANGUAGE = 9;

/**
 * Pages with sentences of our own, in builds that the collected pages seldom have: short statements beside long
 * notices on cookies, lists and tables that belong to the text, old builds without telling names.
 */
export const inventPages = (): readonly MarkedPage[] =>
  inventedTexts.flatMap((text, at) =>
    Array.from({ length: PAGES_A_LANGUAGE }, (_, page) =>
      inventPage(text, createRandom(at * 100 + page + 1)),
    ),
  );

type Random = () => number;
const oneOf = <T>(values: readonly [T, ...T[]], random: Random): T =>
  values[Math.floor(random() * values.length)] ?? values[0];

const inventPage = (text: InventedText, random: Random): MarkedPage => {
  const { html, lines } = inventBody(text, random);
  const { title, language } = text;
  const heading = oneOf(['<h1>#</h1>', '<h2>#</h2>', '<div class="tit"><b>#</b></div>'], random).replace(
    '#',
    title,
  );
  const main = oneOf(WRAPPERS, random).replace('#', () => `${heading}${html}`);
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
  };
};

const WRAPPERS = [
  '<main><article class="article"><div class="article-content">#</div></article></main>',
  '<div class="TRS_Editor">#</div>',
  '<table width="100%"><tr><td>#</td></tr></table>',
  '<div><div><div>#</div></div></div>',
  '<aside class="content">#</aside>',
  '<section><div class="c12">#</div></section>',
  '#',
] as const;
const NOTICES = [
  '<div id="cookie-notice" class="banner">#<button>OK</button></div>',
  '<div class="gdpr"><form>#</form></div>',
  '<section><div>#</div></section>',
  '<div role="dialog"><h2>Cookies</h2>#</div>',
] as const;

/** The text's mark-up and its lines. */
const inventBody = (
  text: InventedText,
  random: Random,
): { readonly html: string; readonly lines: readonly string[] } => {
  const sentences = text.statement.slice(0, 1 + Math.floor(random() * text.statement.length));
  const listed = random() < 0.65;
  const last = random() < 0.4 ? [text.quote] : [];
  const items = listed ? [text.intro, ...text.items] : [];
  const paragraphs = paragraphsBy(oneOf(['p', 'div', 'br'], random));
  const list = listed ? `${paragraphs([text.intro])}${listOf(text.items, random)}` : '';
  const quote = oneOf(['<blockquote><p>#</p></blockquote>', '<p class="x">#</p>', '<div>#</div>'], random);
  const html = `${paragraphs(sentences)}${list}${last.map((line) => quote.replace('#', line)).join('')}`;
  return { html, lines: [...sentences, ...items, ...last] };
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
  const nested = items.map((item, at) => `<tr><td>${at + 1}.</td><td><ul><li>${item}</li></ul></td></tr>`).join('');
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

const menuWords = (language: string): readonly string[] =>
  languages.find(({ code }) => code === language)?.furniture.menu ?? [];

const menu = (language: string, random: Random): string => {
  const words = menuWords(language).slice(0, 4 + Math.floor(random() * 12));
  const entries = words.map((word, at) => `<a href="/${at}">${word}</a>`);
  return oneOf(
    [
      `<nav><ul>${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul></nav>`,
      `<div>${entries.map((entry) => `<div>${entry}</div>`).join('')}</div>`,
      `<table><tr>${entries.map((entry) => `<td>${entry}</td>`).join('')}</tr></table>`,
    ],
    random,
  );
};

/** Other articles by their headlines, and the legal lines. */
const foot = (language: string, random: Random): string => {
  const others = inventedTexts.filter((other) => other.language !== language && random() < 0.15);
  const related = others.flatMap(({ title, items }) => [title, ...items.slice(0, 2)]);
  const list = related.map((line, at) => `<li><a href="/r${at}">${line}</a></li>`).join('');
  const legal = languages.find(({ code }) => code === language)?.furniture.legal[0] ?? '©';
  const shown = random() < 0.5 ? `<div><ul>${list}</ul></div>` : '';
  return `${shown}<footer><ul><li><a href="/f">${menuWords(language).at(-1)}</a></li></ul><p>${legal} 2024</p></footer>`;
};
