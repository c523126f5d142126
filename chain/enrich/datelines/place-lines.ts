import type { SourceBlock } from '../../../domain/article.ts';
import { bylineWords } from '../../../languages/byline-words.ts';
import { choiceOf } from '../../../languages/choices.ts';
import { readByline } from './bylines.ts';
import { type DatelineHead, type HeadContext, readHead } from './head.ts';
import { reportWords } from './reporters.ts';

/** A line with its parsed content. */
export interface PlaceLine {
  readonly head: DatelineHead;
  readonly printed: string;
}

/**
 * Finds a separate line between title and end that is only a place, or that names agency, reporter
 * and place; without one, a reporter's line with a place.
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

/** Right before the text or at its beginning, or named so by the page. */
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

/** The place after a label, in a line around the text. */
export const labelledPlace = (
  blocks: readonly SourceBlock[],
  context: HeadContext,
): DatelineHead['place'] => {
  if ((context.profile.placeLabels ?? []).length === 0) return null;
  for (const { text, zone } of blocks) {
    if (zone === 'after' || text.length > 60) continue;
    const head = placeBehindLabel(text, context);
    if (head) return head.place;
  }
  return null;
};

/** A place after a label for places, recorded or not: `2018年6月18日　発信地：カノ/ナイジェリア`. */
const placeBehindLabel = (text: string, context: HeadContext): DatelineHead | null => {
  for (const label of context.profile.placeLabels ?? []) {
    const at = text.indexOf(label);
    const printed =
      at < 0 ? undefined : /^\s?[:：]\s?([^/／,，\s]{1,30})/u.exec(text.slice(at + label.length))?.[1];
    if (printed === undefined) continue;
    const [id] = context.places.findByName(printed);
    return { place: { id: id ?? null, printed }, agencies: [], date: null };
  }
  return null;
};

/** Author and place after the day and “by” in the page's own language: `01 Nov 2019, 11:51 by भाषा, श्रीनगर`. */
const behindBy = new RegExp(
  `^[^\\p{L}]{0,3}\\d.{4,24}\\s(?:${choiceOf(Object.values(bylineWords).flatMap(({ by }) => by))})\\s(.{2,50})$`,
  'iu',
);

const placeLine = (text: string, context: HeadContext): DatelineHead | null => {
  const reported = reportLine.test(text);
  const labelled = placeBehindLabel(text, context);
  if (labelled) return labelled;
  const words = reported ? text.replace(reporter, '').replace(firstReports, '') : text;
  const signed = behindBy.exec(words)?.[1];
  if (signed !== undefined) {
    const named = readHead(signed, context);
    return named?.place?.id ? named : null;
  }
  const head = readHead(words.replace(reportsFrom, ''), context);
  if (!head?.place?.id) return null;
  const sourced = head.agencies.length > 0;
  return reported || sourced === (head.date !== null) ? head : null;
};
