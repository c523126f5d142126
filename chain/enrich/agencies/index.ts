import type { CleanArticle, Paragraph } from '../../../domain/article.ts';
import { findIssuer } from '../issuers/index.ts';
import type { CreditContext } from './context.ts';
import { closingCredit, idOf, readLine } from './read-line.ts';
import { creditedSources } from './sources.ts';

export interface FoundAgencies {
  /** Authority ids in printed order, or `name:` and the printed name of an unrecorded source. */
  readonly ids: readonly string[];
  /** The text without dateline and credit lines. */
  readonly paragraphs: readonly Paragraph[];
}

/**
 * Finds who is credited for the text: a ranker weighs all mentions of a source together. Without a
 * credit, it is the agency whose own site it is, or the government body that issues the page.
 */
export const findAgencies = (clean: CleanArticle, context: CreditContext): FoundAgencies => {
  const { agencies, opening } = context;
  const { agency: given } = clean.given;
  const paragraphs = withoutCredits(opening.paragraphs, context);
  if (given === null) return { ids: [], paragraphs };
  if (given !== undefined) return { ids: given.map((name) => idOf(name, agencies)), paragraphs };
  const ids = creditedSources(clean, context);
  // On the page of a government body, a credit without a record is one of its departments: `驻保加利亚使馆`.
  if (ids.some((id) => agencies.get(id) !== null)) return { ids, paragraphs };
  const issuer = findIssuer(clean, context);
  const isBody = issuer !== null && (ids.length === 0 || agencies.get(issuer)?.kind === 'government');
  return { ids: isBody ? [...ids, issuer] : ids, paragraphs };
};

/** The text without lines at its end that are only credits, and without a closing credit in brackets. */
const withoutCredits = (paragraphs: readonly Paragraph[], context: CreditContext): readonly Paragraph[] => {
  const last = paragraphs.at(-1);
  if (!last || paragraphs.length < 2) return paragraphs;
  if (last.text.length < 120 && readLine({ text: last.text, place: 'closing' }, context).length > 0)
    return paragraphs.slice(0, -1);
  const { ids, at } = closingCredit(last.text, context);
  const rest = at > 0 ? last.text.slice(0, at).trimEnd() : '';
  return ids.length > 0 && rest !== '' ? [...paragraphs.slice(0, -1), { ...last, text: rest }] : paragraphs;
};
