import { decodeHTML } from 'entities';
import type { DecodedArticle, SourceBlock, Statement } from '../../../domain/article.ts';
import { normalize } from '../../../domain/normalize.ts';
import { evenSpaces } from '../../decode/html/line.ts';
import { tokensOf } from '../tokens.ts';
import { isForEngines, isHeading, PrintedLines } from './printed.ts';
import { printedBrands, sectionNames, siteNames, withoutSite } from './site-name.ts';

/** Sources of a page's title; one form may have several. `line`: any element; `engines`: among breadcrumbs. */
export type TitleSource =
  | 'headline'
  | 'quoted'
  | 'networks'
  | 'window'
  | 'heading'
  | 'subheading'
  | 'line'
  | 'engines';

/** One form of the title with everything that states or prints it. */
export interface TitleCandidate {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly sources: ReadonlySet<TitleSource>;
  /** A heading puts a kicker before it. */
  readonly kicked: boolean;
}

const MAX_TITLE = 400;
const MAX_CANDIDATES = 40;

/** Every form of the title in a page's metadata and headings, without the site's name. */
export const gatherCandidates = (page: DecodedArticle): readonly TitleCandidate[] => {
  const headings = page.blocks.filter((block) => isHeading(block) && block.text.length <= MAX_TITLE);
  const printed = new PrintedLines(page.blocks);
  const sites = new Set([...siteNames(page.statements, page.url), ...printedBrands(page.blocks)]);
  const forms = new Forms(printed, (text) => text !== '' && !sites.has(text.toLowerCase()));
  const sections = sectionNames(page.blocks);
  for (const { source, value } of statedTitles(page.statements)) {
    // A stated headline is the article's own: only the site's name is cut off.
    const form =
      source === 'headline'
        ? withoutSite(value, { sites, sections: new Set() })
        : withoutSite(headingWithin(value, headings), { sites, sections });
    forms.add(form, source);
    const line = printed.within(value);
    if (line !== null) forms.add(line, null);
  }
  addHeadings(headings, forms);
  addNamedLine(page.blocks, forms);
  return forms.all();
};

/** First-level headings, lower ones that confirm the metadata, or only the first if there is nothing else. */
const addHeadings = (headings: readonly SourceBlock[], forms: Forms): void => {
  const stated = forms.all();
  const main = headings.filter(({ tag }) => tag === 'h1');
  for (const heading of main.slice(0, 5))
    forms.add(heading.text, isForEngines(heading) ? 'engines' : 'heading');
  for (const heading of headings) {
    const bearsOut =
      heading.tag !== 'h1' && stated.some(({ tokens }) => agreement(tokens, tokensOf(heading.text)) >= 0.6);
    if (bearsOut) forms.add(heading.text, isForEngines(heading) ? 'engines' : 'subheading');
  }
  for (const { text } of headings.slice(0, 5)) if (forms.all().length === 0) forms.add(text, 'subheading');
};

/** Class names that mark a line as the article's title. */
const TITLED =
  /(?:^|[\s_-])(?:(?:news|article|art|post|story|entry|content|page|main)[-_]?)?(?:title|headline|tit)(?:$|[\s_-])/;
const MAX_LINKED = 0.5;

/** Without a heading and metadata: the first line with such a class name. */
const addNamedLine = (blocks: readonly SourceBlock[], forms: Forms): void => {
  if (forms.all().length > 0) return;
  const named = blocks.find(
    ({ text, linkDensity, layout }) =>
      layout !== undefined &&
      text.length <= MAX_TITLE &&
      linkDensity <= MAX_LINKED &&
      TITLED.test(`${layout.inline} ${layout.box.names}`),
  );
  if (named !== undefined) forms.add(named.text, 'subheading');
};

/** Forms by their letters, with normalized quotation marks. */
class Forms {
  readonly #byText = new Map<string, TitleCandidate>();
  readonly #printed: PrintedLines;
  readonly #fits: (text: string) => boolean;

  constructor(printed: PrintedLines, fits: (text: string) => boolean) {
    this.#printed = printed;
    this.#fits = fits;
  }

  add(text: string, source: TitleSource | null): void {
    if (!this.#fits(text)) return;
    const key = normalize(text, 'NFC')
      .replace(/[“”„«»‟″]/g, '"')
      .replace(/[‘’‚‹›′`´]/g, "'");
    const known = this.#byText.get(key);
    if (known === undefined && this.#byText.size >= MAX_CANDIDATES) return;
    const { sources, ...rest } = known ?? this.#candidate(text);
    this.#byText.set(key, { ...rest, sources: new Set(source === null ? sources : [...sources, source]) });
  }

  all(): readonly TitleCandidate[] {
    return [...this.#byText.values()];
  }

  #candidate(text: string): TitleCandidate {
    const tokens = tokensOf(text);
    return {
      text,
      tokens,
      sources: new Set(this.#printed.has(tokens) ? ['line'] : []),
      kicked: this.#printed.endsHeading(tokens),
    };
  }
}

const PROPERTIES: ReadonlyMap<string, TitleSource | null> = new Map([
  ['json-ld headline', 'headline'],
  ['meta og:title', 'quoted'],
  ['meta twitter:title', 'networks'],
  ['title title', 'window'],
  // These only repeat other sources: they add forms, but do not count as confirmation.
  ['json-ld name', null],
  ['json-ld alternativeheadline', null],
  ['microdata headline', null],
  ['meta title', null],
  ['meta headline', null],
  ['meta dc.title', null],
]);

interface StatedTitle {
  readonly source: TitleSource | null;
  readonly value: string;
}

/** The first statement of each property; JSON-LD often contains HTML entities, which are decoded here. */
const statedTitles = (statements: readonly Statement[]): readonly StatedTitle[] => {
  const found = new Map<string, StatedTitle>();
  for (const { from, property, value } of statements) {
    const key = `${from} ${property}`;
    const source = PROPERTIES.get(key);
    if (source === undefined || found.has(key)) continue;
    found.set(key, { source, value: evenSpaces(decodeTwice(value.slice(0, MAX_TITLE))) });
  }
  return [...found.values()];
};

/** Some systems encode the title of a page twice (`&amp;#8211;`). */
const decodeTwice = (value: string): string => {
  const once = decodeHTML(value);
  return /&#?\w{2,8};/.test(once) ? decodeHTML(once) : once;
};

/** The heading that a longer statement starts with, if only the site's name and sections follow. */
const headingWithin = (stated: string, headings: readonly SourceBlock[]): string =>
  headings.find(({ tag, text }) => tag === 'h1' && text.length > 8 && isHead(stated, text))?.text ?? stated;

const isHead = (stated: string, text: string): boolean =>
  stated.startsWith(text) && /^\s{0,2}[-–—|·»:_]/u.test(stated.slice(text.length));

/** Share of words that two titles have in common, 0–1. */
const agreement = (left: readonly string[], right: readonly string[]): number => {
  const known = new Set(right);
  const shared = left.filter((token) => known.has(token)).length;
  return left.length + known.size === 0 ? 0 : (2 * shared) / (left.length + known.size);
};
