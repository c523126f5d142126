import { findJsonExcess, findTagExcess, type PartBounds } from '../../domain/count-parts.ts';
import { RejectedArticle } from '../../domain/errors.ts';

/** Most that a text may be made of. */
export interface TextBounds extends PartBounds {
  /** Tags of XML, with comments and sections. */
  readonly tags: number;
  /** Of one tag. */
  readonly attributes: number;
  /** Of all tags. */
  readonly allAttributes: number;
}

/** Of one story, which the API reads, too: it answers nobody else meanwhile. Real ones have some hundreds of each. */
export const storyBounds: TextBounds = {
  depth: 100,
  parts: 20_000,
  tags: 30_000,
  attributes: 200,
  allAttributes: 60_000,
};

/** Of a file of many stories or of an office document, which only threads and commands read. */
export const fileBounds: TextBounds = {
  ...storyBounds,
  parts: 250_000,
  tags: 600_000,
  allAttributes: 600_000,
};

/** What the parsers of this folder call first. @throws {RejectedArticle} `too-deep`, `too-many-parts` */
export const checkJson = (text: string, bounds: TextBounds): void => {
  const excess = findJsonExcess(text, bounds);
  if (excess !== null) throw new RejectedArticle(excess.reason, excess.detail);
};

/** The same of the tags of XML; their attributes are counted as they are parsed. @throws {RejectedArticle} `too-many-parts` */
export const checkTags = (text: string, bounds: TextBounds): void => {
  const excess = findTagExcess(text, bounds.tags);
  if (excess !== null) throw new RejectedArticle(excess.reason, excess.detail);
};

/** Whether a text was refused for what it is made of: then its sender is told at once. */
export const isExcess = ({ reason }: RejectedArticle): boolean =>
  reason === 'too-deep' || reason === 'too-many-parts';
