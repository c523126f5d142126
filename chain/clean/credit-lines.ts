import type { SourceBlock } from '../../domain/article.ts';
import { hanUnits } from '../../languages/date-units.ts';
import { languages } from '../../languages/index.ts';
import { isDense } from '../../languages/scripts.ts';
import { signerLabels } from '../../languages/signer-labels.ts';

const MAX_CREDIT = 200;
const YEAR = /(?:^|\D)(?:19|20|25|13|14)\d\d(?:\D|$)/;
const SENTENCE = /[.!?。！？।؟]$/u;
const TIME = new RegExp(`\\d{1,2}[:.h${hanUnits.hour}]\\d{2}`);
/** Not with a full stop: days are written so. */
const CLOCK = new RegExp(`\\d{1,2}[:h${hanUnits.hour}]\\d{2}`);
const NAMED =
  /(?:byline|author|date|time|publish|source|credit|meta|dateline|timestamp|article-?info|post-?info|origin)/;

/** Whether a short line names author, time or source instead of telling the news. */
export const isCreditLine = (block: SourceBlock): boolean => {
  const { text } = block;
  if (text.length > MAX_CREDIT) return false;
  if (block.datetimes.length > 0) return true;
  const sentence = SENTENCE.test(text) && text.length > 30;
  if (!sentence && YEAR.test(text) && (TIME.test(text) || text.length < 60)) return true;
  const lower = text.toLowerCase();
  const opens = (label: string): boolean => (label.endsWith(':') || !sentence) && opensWith(lower, label);
  return labels.get(lower.charAt(0))?.some(opens) === true || isNamedCredit(block);
};

const MAX_NAMED = 120;

/** Whether a line's element is named for author, time or source. */
const isNamedCredit = ({ text, layout }: SourceBlock): boolean => {
  const box = layout?.box;
  if (box === undefined || text.length > MAX_NAMED) return false;
  return NAMED.test(`${layout?.inline} ${box.names} ${box.parent?.names ?? ''}`);
};

/**
 * Whether a line above the text is no part of it: a labelled date or credit, or a short line that is no sentence and
 * has day and time, or an element named for them.
 */
export const isCreditAbove = (block: SourceBlock): boolean => {
  const { text } = block;
  if (isLabelledDate(text) || isLabelledCredit(text)) return true;
  if (text.length > MAX_DATE_LINE || SENTENCE.test(text)) return false;
  return (YEAR.test(text) && CLOCK.test(text)) || isNamedCredit(block);
};

/** A label must be a whole word: `par` does not match a line that starts with `para`. */
const opensWith = (line: string, label: string): boolean =>
  line.startsWith(label) &&
  (!/\p{L}$/u.test(label) || isDense(label.slice(-1)) || !/^\p{L}/u.test(line.slice(label.length)));

/** Whether a short line opens with a label of publication or change and contains a number: `Updated 3 May 2024`. */
export const isLabelledDate = (text: string): boolean => {
  if (text.length > MAX_DATE_LINE || !/\p{Nd}/u.test(text)) return false;
  const lower = text.toLowerCase();
  return dateLabelsByFirst.get(lower.charAt(0))?.some((label) => opensWith(lower, label)) ?? false;
};

const MAX_DATE_LINE = 90;

/** Whether a short line is a label of sources, authors or editors with its colon and what it names: `来源：新华社`. */
export const isLabelledCredit = (text: string): boolean => {
  if (text.length > MAX_LABELLED || SENTENCE.test(text)) return false;
  const colon = COLON.exec(text);
  if (colon === null || colon.index + colon[0].length >= text.length) return false;
  return creditLabels.has(text.slice(0, colon.index).toLowerCase().trim());
};

const MAX_LABELLED = 60;
const COLON = /[:：]\s{0,3}/;

/** Labels by their first letter, each once, so that a line is compared with few of them. */
function byFirstLetter(all: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(new Set(all), (label) => label.charAt(0));
}

const dateLabels: readonly string[] = languages.flatMap(({ dates }) => [
  ...dates.publishedLabels,
  ...dates.updatedLabels,
]);

/** `updated`, `источник:` … in any profiled language: what credit lines begin with. */
const labels = byFirstLetter([
  ...dateLabels,
  ...languages.flatMap(({ credits }) =>
    credits
      .map((frame) => frame.split('{')[0]?.trim().toLowerCase() ?? '')
      .filter((label) => label.length > 2),
  ),
]);
const creditLabels: ReadonlySet<string> = new Set([
  ...Object.values(signerLabels).flat(),
  ...languages.flatMap(({ credits }) =>
    credits.flatMap((frame) => /^([^{}]{2,20}?)\s?[:：]\s?\{agency\}$/.exec(frame)?.[1]?.toLowerCase() ?? []),
  ),
]);
const dateLabelsByFirst = byFirstLetter(dateLabels.filter((label) => label.length > 3));
