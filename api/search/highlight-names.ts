import type { PersonRecord } from '../../authorities/people/index.ts';
import { plainForm, splitName } from '../../authorities/people/surnames.ts';
import type { Clause } from './filters.ts';

/** Further names of a person are only spellings of these. */
const MOST_NAMES = 24;
/** Shorter surnames are also common words (`May`), or characters of many words. */
const FEWEST_LETTERS = 4;
const fields = ['title', 'body', 'title.exact', 'body.exact'];

/**
 * Highlights a person's recorded names and surnames: an article that an expansion found contains one of these, not the
 * words of the query.
 */
export const highlightNames = (record: PersonRecord | null): readonly Clause[] => {
  if (!record) return [];
  const forms = record.names.flatMap((name) => {
    const { surname } = splitName(name, record.country);
    const alone = surname.join(' ');
    return [plainForm(name.form), ...(alone.length >= FEWEST_LETTERS ? [alone] : [])];
  });
  return [...new Set(forms)]
    .slice(0, MOST_NAMES)
    .map((query) => ({ multi_match: { query, type: 'phrase', fields } }));
};
