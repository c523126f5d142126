import { decodeHTML } from 'entities';
import type { DecodedArticle, SourceBlock, Statement } from '../../domain/article.ts';
import { evenSpaces } from '../decode/html/line.ts';
import { furnitureOf } from './furniture.ts';
import { siteNames, withoutSite } from './site-name.ts';
import { tokensOf } from './tokens.ts';

export interface FoundTitle {
  readonly text: string;
  /** Index of the block that shows it, if one does. */
  readonly block: number | null;
}

/** The article's headline without the site's name, or `null`. */
export const findTitle = (decoded: DecodedArticle): FoundTitle | null => {
  const { given, blocks } = decoded;
  if (given.title) return { text: given.title, block: findBlock(blocks, given.title) };
  if (blocks.some(({ layout }) => layout !== undefined) || decoded.statements.length > 0) {
    const text = pageTitle(decoded);
    return text === null ? null : { text, block: findBlock(blocks, text) };
  }
  const index = plainTitle(blocks);
  return index < 0 ? null : { text: blocks[index]?.text ?? '', block: index };
};

const MAX_TITLE = 400;

/**
 * The form that most of the page's statements and headings agree on; where they differ, structured data goes
 * before what is stated for quoting, and that before print.
 */
const pageTitle = ({ statements, blocks, url }: DecodedArticle): string | null => {
  const sites = siteNames(statements, url);
  const headings = blocks.filter(({ tag, text }) => /^h[1-3]$/.test(tag) && text.length <= MAX_TITLE);
  const isNamed = (text: string): boolean => text !== '' && !sites.has(text.toLowerCase());
  const state = (property: string): string =>
    withoutSite(headingWithin(firstOf(statements, property), headings), sites);
  const stated = STATED.map(([property, weight]) => ({ text: state(property), weight }));
  const main = headings.filter(({ tag }) => tag === 'h1').map(({ text }) => ({ text, weight: 1 }));
  const candidates = [...stated, ...main].filter(({ text }) => isNamed(text));
  const chosen = mostAgreed(candidates, main.length > 2 ? stated.length : candidates.length);
  if (chosen === null) return headings[0]?.text ?? null;
  const own = ownTitle(stated.map(({ text }) => text));
  if (own !== null)
    return wholeOf(
      own,
      candidates.map(({ text }) => text),
    );
  if (stated.slice(0, 2).every(({ text }) => text === '')) return printedNear(headings, chosen) ?? chosen;
  return wholeOf(
    chosen,
    candidates.map(({ text }) => text),
  );
};

/**
 * Where the headline of the structured data and the title for quoting are two, the headline: the other is written
 * anew for each network. `null` where they agree, or one is missing or of another text.
 */
const ownTitle = ([headline = '', quoted = '']: readonly string[]): string | null => {
  if (headline === '' || quoted === '' || same(headline, quoted)) return null;
  return agreement(headline, quoted) < 0.1 ? null : headline;
};

const same = (left: string, right: string): boolean => tokensOf(left).join(' ') === tokensOf(right).join(' ');

const STATED: readonly (readonly [string, number])[] = [
  ['headline', 1.1],
  ['og:title', 1.05],
  ['twitter:title', 0.3],
  ['title', 0.9],
];

const mostAgreed = (
  candidates: readonly { readonly text: string; readonly weight: number }[],
  eligible: number,
): string | null => {
  let best: { text: string; votes: number } | null = null;
  for (const { text } of candidates.slice(0, eligible)) {
    const same = tokensOf(text).join(' ');
    const votes = candidates
      .filter((other) => tokensOf(other.text).join(' ') === same)
      .reduce((sum, { weight }) => sum + weight, 0);
    if (best === null || votes > best.votes + 1e-9) best = { text, votes };
  }
  return best?.text ?? null;
};

/** The heading that a longer statement opens with, where only the site's name and sections follow. */
const headingWithin = (stated: string, headings: readonly SourceBlock[]): string =>
  headings.find(({ tag, text }) => tag === 'h1' && text.length > 8 && isHead(stated, text))?.text ?? stated;

const isHead = (stated: string, text: string): boolean =>
  stated.startsWith(text) && /^\s{0,2}[-–—|·»:_]/u.test(stated.slice(text.length));

/** The uncut form of a title that was cut short with dots. */
const wholeOf = (title: string, others: readonly string[]): string => {
  const cut = /^(.{10,300}?)\s?(?:\.{3}|…)$/u.exec(title)?.[1];
  return cut === undefined ? title : (others.find((other) => isLonger(other, cut)) ?? title);
};

const isLonger = (other: string, cut: string): boolean =>
  other.length > cut.length + 4 && other.startsWith(cut);

const printedNear = (headings: readonly SourceBlock[], stated: string): string | undefined =>
  headings
    .map(({ text }) => ({ text, score: agreement(text, stated) }))
    .filter(({ score }) => score >= 0.75)
    .sort((a, b) => b.score - a.score)[0]?.text;

/** JSON-LD often holds entities of HTML; they are read here. */
const firstOf = (statements: readonly Statement[], property: string): string =>
  evenSpaces(
    decodeHTML(
      statements.find((statement) => statement.property === property)?.value.slice(0, MAX_TITLE) ?? '',
    ),
  );

/** Share of words that two titles have in common, 0–1. */
const agreement = (left: string, right: string): number => {
  const a = tokensOf(left);
  const b = new Set(tokensOf(right));
  const shared = a.filter((token) => b.has(token)).length;
  return a.length + b.size === 0 ? 0 : (2 * shared) / (a.length + b.size);
};

const SENTENCE_END = /[.!?…。！？।؟]["”»]?$/u;

/** In plain text: the first line of several words above the text that is no furniture and no sentence. */
const plainTitle = (blocks: readonly SourceBlock[]): number => {
  const early = blocks.slice(0, 30);
  const body = early.findIndex(({ text }) => tokensOf(text).length > 25);
  const above = early.slice(0, body < 0 ? early.length : body);
  const fits = (least: number, ending: boolean): number =>
    above.findIndex(
      ({ text }) =>
        tokensOf(text).length >= least &&
        text.length <= 250 &&
        furnitureOf(text) === null &&
        (ending || !SENTENCE_END.test(text)),
    );
  const strict = fits(3, false);
  return strict >= 0 ? strict : fits(2, true);
};

const findBlock = (blocks: readonly SourceBlock[], title: string): number | null => {
  const wanted = tokensOf(title).join(' ');
  let best: number | null = null;
  for (const [index, { text, tag }] of blocks.entries()) {
    if (Math.abs(text.length - title.length) > 20 || tokensOf(text).join(' ') !== wanted) continue;
    if (tag === 'h1') return index;
    best ??= index;
  }
  return best;
};
