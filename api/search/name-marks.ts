import type { PersonRecord } from '../../authorities/people/index.ts';
import { plainForm, splitName } from '../../authorities/people/surnames.ts';
import type { Clause } from './filters.ts';

/** Beyond these a person's names are spellings of the ones before. */
const MOST_NAMES = 24;
/** Shorter surnames are words as well (`May`), or signs of many words. */
const FEWEST_LETTERS = 4;
const fields = ['title', 'body', 'title.exact', 'body.exact'];

/** Marks a person's recorded names and surnames: what an expansion found prints one of these, not the query's words. */
export const nameMarks = (record: PersonRecord | null): readonly Clause[] => {
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
