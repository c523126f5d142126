import { exampleOrigin } from '../../../domain/public-address.ts';
import { interfaceLanguages } from '../../messages/index.ts';
import type { WebAssets } from '../assets.ts';
import { html, type Markup } from '../markup.ts';

/** A page of another site with the box, with the difficulties of real pages. */
export interface DemoPage {
  readonly name: string;
  readonly title: string;
  /** The page's own Content-Security-Policy; null for none. */
  readonly policy: string | null;
  readonly draw: (assets: WebAssets) => Markup;
  /** Old pages have no doctype. */
  readonly quirks?: true;
}

const scriptTag = ({ box }: WebAssets): Markup =>
  html`<script src="${box.path}" type="module" integrity="${box.integrity}" crossorigin="anonymous"></script>`;

const boxTag = (attributes: Markup | '' = '', label = 'Search the archive'): Markup =>
  html`<dateline-search src="/"${attributes}><form action="/" method="get"><input name="q" aria-label="${label}"><button>Go</button></form></dateline-search>`;

const head = (title: string, assets: WebAssets, style: Markup | ''): Markup =>
  html`<head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${scriptTag(assets)}${style}</head>`;

/** Every demonstration, once. */
export const demoPages: readonly DemoPage[] = [
  {
    name: 'unset',
    title: 'A site that unsets everything',
    policy: null,
    draw: (assets) => html`<html lang="en">${head(
      'A site that unsets everything',
      assets,
      html`<style>* { all: unset; } head, script, style, title { display: none; } body, main, p, h1, dateline-search, form { display: block; } input { border: 4px dotted magenta !important; letter-spacing: 1em; } body { font: 30px/1 cursive; color: #444; }</style>`,
    )}
<body><main><h1>Everything unset</h1><p>The box keeps its own looks.</p>${boxTag()}<p>Text after it.</p></main></body></html>`,
  },
  {
    name: 'quirks',
    title: 'An old page in quirks mode',
    policy: null,
    quirks: true,
    draw: (assets) => html`<html lang="ru">${head('Старая страница', assets, '')}
<body bgcolor="#ffffcc" text="#000000"><main><table width="100%" border="1" cellpadding="4"><tr><td bgcolor="#003366"><h1><font color="#ffffff">Старая страница</font></h1></td></tr><tr><td>${boxTag(
      html` agency="tass"`,
      'Поиск',
    )}</td></tr><tr><td><font size="2">&copy; 1999</font></td></tr></table></main></body></html>`,
  },
  {
    name: 'strict',
    title: 'A page with a strict Content-Security-Policy',
    policy:
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'",
    draw: (assets) => html`<html lang="de">${head('Strenge Seite', assets, '')}
<body><main><h1>Strenge Seite</h1><p>Kein Stil und kein Skript außer dem des Suchfelds.</p>${boxTag('', 'Suchen')}</main></body></html>`,
  },
  {
    name: 'arabic',
    title: 'A page in Arabic',
    policy: null,
    draw: (assets) => html`<html lang="ar" dir="rtl">${head(
      'صفحة عربية',
      assets,
      html`<style>body { font: 18px/1.8 serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; } dateline-search { --dateline-accent: #7a1f1f; --dateline-radius: 22px; }</style>`,
    )}
<body><main><h1>صفحة عربية</h1><p>مربع البحث يتبع اتجاه الصفحة.</p>${boxTag(html` from-date="2019"`, 'بحث')}</main></body></html>`,
  },
  {
    name: 'form',
    title: 'A form with controls of its own, in a narrow and sticky header',
    policy: null,
    draw: (assets) => html`<html lang="en-GB">${head(
      'A form with controls of its own',
      assets,
      html`<style>html { background: #111; color: #eee; } header { position: sticky; top: 0; overflow: hidden; max-height: 9rem; } .d-none { display: none; } a { color: #8cf; }</style>`,
    )}
<body><header><dateline-search src="/" agency="xinhua, tass"><form action="/" method="get">
<label for="words">Search the archive</label> <input id="words" name="q"> <button>Go</button>
<label>Language <select name="lang"><option value="">any</option><option value="zh">Chinese</option></select></label>
<label><input type="checkbox" name="collapse" value="story"> Copies as one</label>
<input type="hidden" name="from-date" value="2019">
</form></dateline-search></header>
<main><h1>Controls of the author</h1><p>They stay, and so does the label.</p></main></body></html>`,
  },
  {
    name: 'ten',
    title: 'A box in each language of the interface',
    policy: null,
    draw: (
      assets,
    ) => html`<html lang="en">${head('Boxes in every language', assets, html`<style>section { margin: 1rem; }</style>`)}
<body><main><h1>Boxes in every language</h1>${interfaceLanguages.map(
      ({ code, direction }) => html`<section lang="${code}" dir="${direction}">${boxTag('', code)}</section>`,
    )}</main></body></html>`,
  },
];

/** The list of them, with the code to copy. */
export const drawDemoList = ({ box }: WebAssets, publicUrl: string): Markup => {
  const origin = exampleOrigin(publicUrl);
  const lines = `<script src="${origin}${box.path}"
  integrity="${box.integrity}"
  crossorigin="anonymous" type="module"></script>

<dateline-search src="${origin}">
  <form action="${origin}/" method="get"><input name="q" aria-label="Search"><button>Search</button></form>
</dateline-search>`;
  return html`<div class="text" lang="en" dir="ltr"><h1>The search box on other sites</h1>
<p>Two tags put it on any page. It suggests people, agencies and articles while one types; without scripts the plain form inside it works.</p>
<pre tabindex="0"><code>${lines}</code></pre>
<p>It stands its ground on pages such as these:</p>
<ul>${demoPages.map(({ name, title }) => html`<li><a href="/demo/${name}">${title}</a></li>`)}</ul></div>`;
};
