import { languages } from '../../../languages/index.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';

type Kind = 'published' | 'updated';

interface Labels {
  readonly published: readonly string[];
  readonly updated: readonly string[];
}

const fold = (text: string): string => text.toLowerCase().normalize('NFC');

const everyLabel: Labels = {
  published: languages.flatMap(({ dates }) => dates.publishedLabels).map(fold),
  updated: languages.flatMap(({ dates }) => dates.updatedLabels).map(fold),
};

/** Whether words stand in a line that name its date as one of publication or of change; change wins. */
export const labelledAs = (text: string, profile: LanguageProfile): Kind | null => {
  const line = fold(text);
  const { publishedLabels, updatedLabels } = profile.dates;
  if (updatedLabels.some((label) => holds(line, label))) return 'updated';
  if (publishedLabels.some((label) => holds(line, label))) return 'published';
  if (everyLabel.updated.some((label) => label.length > 4 && holds(line, label))) return 'updated';
  return everyLabel.published.some((label) => label.length > 4 && holds(line, label)) ? 'published' : null;
};

/**
 * The label of one date in a line: the words since the date before it, or a label that follows with its own
 * time, as in “13 December 2011 Last updated at 00:48”, which leaves the date itself published.
 */
export const labelBefore = (
  line: string,
  start: number,
  _end: number,
  profile: LanguageProfile,
): Kind | null => labelledAs(line.slice(Math.max(0, start - 45), start), profile);

const holds = (line: string, label: string): boolean => {
  const at = line.lastIndexOf(label);
  if (at < 0) return false;
  const around = (line[at - 1] ?? ' ') + (line[at + label.length] ?? ' ');
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label)
    ? !/\p{L}/u.test(around[0] ?? ' ') && !/\p{L}/u.test(around[1] ?? ' ')
    : true;
};
