import type { SourceBlock } from '../../../domain/article.ts';
import { readByline } from './bylines.ts';
import { type DatelineHead, type HeadContext, readHead } from './head.ts';
import { reportWords } from './reporters.ts';

/** A line with its parsed content. */
export interface PlaceLine {
  readonly head: DatelineHead;
  readonly printed: string;
}

/**
 * Finds a line of its own between title and end that is a place and no more, or that names agency, reporter
 * and place; failing that, a reporter's line with a place on it.
 */
export const findPlaceLine = (blocks: readonly SourceBlock[], context: HeadContext): PlaceLine | null => {
  const own = ({ zone }: SourceBlock): boolean => zone === 'credit' || zone === 'body';
  const first = blocks.findIndex(own);
  const last = blocks.findLastIndex(own);
  const body = blocks.findIndex(({ zone, tag }) => zone === 'body' && !/^h[1-6]$/.test(tag));
  const around = [...blocks.entries()].filter(
    ([index, { zone }]) => index >= first - 2 && index <= last + 2 && zone !== 'title',
  );
  for (const [index, block] of around) {
    const placed = index <= last + 1 && (block.zone === 'credit' || isPlaced(block, index - body));
    if (!placed || block.text.length > 60 || block.linkDensity > 0.5) continue;
    const head = placeLine(block.text, context);
    if (head) return { head, printed: block.text };
  }
  for (const [index, block] of around) {
    if (block.zone === 'body' || !(isSigned(block) || (block.zone === 'credit' && index < body))) continue;
    const head = readByline(block.text, context);
    if (head) return { head, printed: block.text };
  }
  return null;
};

/** Right before or at the opening of the text, or so named by the page. */
const isPlaced = ({ path }: SourceBlock, fromBody: number): boolean =>
  Math.abs(fromBody) < 3 || /location|dateline|place|city|story/.test(path.slice(-60));

const isSigned = ({ path }: SourceBlock): boolean =>
  /auth|autor|byline|writer|reporter|journalist|signature|firma/.test(path.slice(-60));

const reporter = new RegExp(
  `(?:${reportWords('zh', 'own')}${reportWords('zh', 'papers')})?${reportWords('zh', 'reporters', 'correspondents', 'editors')}[^／/|】)）]{0,12}[／/|]|(?<=^[【〔（(])\\p{Script=Han}{2,4}[／/|]`,
  'u',
);
const firstReports = new RegExp(reportWords('zh', 'reports'), 'u');
const reportLine = new RegExp(`^[【〔（(].{0,40}${reportWords('zh', 'reports')}[】〕）)]$`, 'u');

/** Words before the place on a reporter's line: `Vi rapporterer fra Oslo`, `skrifar frá Porsgrunn`. */
const reportsFrom =
  /^(?:\p{L}{1,12}\s)?(?:report(?:s|ing)|rapporter(?:er|ar)|skriver|skrifar|berichte[tn]|schreibt|informa[n]?|reporta)\s(?:from|fra|från|frá|aus|desde|da|de)\s/iu;

const placeLine = (text: string, context: HeadContext): DatelineHead | null => {
  const reported = reportLine.test(text);
  const words = reported ? text.replace(reporter, '').replace(firstReports, '') : text;
  const head = readHead(words.replace(reportsFrom, ''), context);
  if (!head?.place?.id) return null;
  const sourced = head.agencies.length > 0;
  return reported || sourced === (head.date !== null) ? head : null;
};
