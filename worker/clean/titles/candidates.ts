import { decodeHTML } from 'entities';
import type { DecodedArticle, SourceBlock, Statement } from '../../../domain/article.ts';
import { evenSpaces } from '../../decode/html/line.ts';
import { tokensOf } from '../tokens.ts';
import { siteNames, withoutSite } from './site-name.ts';

/** Where a page says its title; one form may come from several. */
export type TitleSource = 'headline' | 'quoted' | 'networks' | 'window' | 'heading' | 'subheading';

/** One form of the title with everything that states or prints it. */
export interface TitleCandidate {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly sources: ReadonlySet<TitleSource>;
  /** Names of the boxes of headings that print it, lower case. */
  readonly names: string;
}

const MAX_TITLE = 400;
const MAX_CANDIDATES = 40;

/** Every form that a page's statements and headings give its title, freed of the site's name. */
export const gatherCandidates = ({ statements, blocks, url }: DecodedArticle): readonly TitleCandidate[] => {
  const sites = siteNames(statements, url);
  const headings = blocks.filter(({ tag, text }) => /^h[1-3]$/.test(tag) && text.length <= MAX_TITLE);
  const forms = new Forms((text) => text !== '' && !sites.has(text.toLowerCase()));
  for (const { source, value } of statedTitles(statements))
    forms.add(withoutSite(headingWithin(value, headings), sites), source, '');
  const stated = forms.all();
  const main = headings.filter(({ tag }) => tag === 'h1');
  for (const heading of main.slice(0, 5)) forms.add(heading.text, 'heading', namesOf(heading));
  for (const heading of headings) {
    const bearsOut =
      heading.tag !== 'h1' && stated.some(({ tokens }) => sharedShare(tokens, heading.text) >= 0.6);
    if (bearsOut) forms.add(heading.text, 'subheading', namesOf(heading));
  }
  const all = forms.all();
  return all.length > 0 ? all : headings.slice(0, 1).map(({ text }) => candidate(text, 'subheading', ''));
};

const candidate = (text: string, source: TitleSource | null, names: string): TitleCandidate => ({
  text,
  tokens: tokensOf(text),
  sources: new Set(source === null ? [] : [source]),
  names,
});

/** Forms by their letters, quotation marks evened. */
class Forms {
  readonly #byText = new Map<string, TitleCandidate>();
  readonly #fits: (text: string) => boolean;

  constructor(fits: (text: string) => boolean) {
    this.#fits = fits;
  }

  add(text: string, source: TitleSource | null, names: string): void {
    if (!this.#fits(text)) return;
    const key = text
      .normalize('NFC')
      .replace(/[“”„«»‟″]/g, '"')
      .replace(/[‘’‚‹›′`´]/g, "'");
    const known = this.#byText.get(key);
    if (known === undefined && this.#byText.size >= MAX_CANDIDATES) return;
    const { sources, ...rest } = known ?? candidate(text, source, names);
    this.#byText.set(key, {
      ...rest,
      sources: new Set(source === null ? sources : [...sources, source]),
      names: `${rest.names} ${names}`.trim().slice(0, 400),
    });
  }

  all(): readonly TitleCandidate[] {
    return [...this.#byText.values()];
  }
}

const PROPERTIES: ReadonlyMap<string, TitleSource | null> = new Map([
  ['json-ld headline', 'headline'],
  ['meta og:title', 'quoted'],
  ['meta twitter:title', 'networks'],
  ['title title', 'window'],
  // These say what others say already: forms to choose from, no voices.
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

/** The first statement of each property; JSON-LD often holds entities of HTML, which are read here. */
const statedTitles = (statements: readonly Statement[]): readonly StatedTitle[] => {
  const found = new Map<string, StatedTitle>();
  for (const { from, property, value } of statements) {
    const key = `${from} ${property}`;
    const source = PROPERTIES.get(key);
    if (source === undefined || found.has(key)) continue;
    found.set(key, { source, value: evenSpaces(decodeHTML(value.slice(0, MAX_TITLE))) });
  }
  return [...found.values()];
};

/** The heading that a longer statement opens with, where only the site's name and sections follow. */
const headingWithin = (stated: string, headings: readonly SourceBlock[]): string =>
  headings.find(({ tag, text }) => tag === 'h1' && text.length > 8 && isHead(stated, text))?.text ?? stated;

const isHead = (stated: string, text: string): boolean =>
  stated.startsWith(text) && /^\s{0,2}[-–—|·»:_]/u.test(stated.slice(text.length));

const sharedShare = (tokens: readonly string[], text: string): number => agreement(tokens, tokensOf(text));

/** Share of words that two titles have in common, 0–1. */
export const agreement = (left: readonly string[], right: readonly string[]): number => {
  const known = new Set(right);
  const shared = left.filter((token) => known.has(token)).length;
  return left.length + known.size === 0 ? 0 : (2 * shared) / (left.length + known.size);
};

const namesOf = ({ layout }: SourceBlock): string => `${layout?.box.names ?? ''} ${layout?.inline ?? ''}`;
