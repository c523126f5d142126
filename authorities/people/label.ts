import type { PersonName } from './record.ts';
import { plainForm } from './surnames.ts';

/** The name to print in a language: its own, its primary language's, English, any Latin one, any. */
export const labelOf = (names: readonly PersonName[], language: string): string | null => {
  const wanted = language.toLowerCase();
  const primary = wanted.split('-')[0];
  const name =
    names.find((each) => each.language === wanted) ??
    names.find((each) => each.language === primary) ??
    names.find((each) => each.language.split('-')[0] === primary) ??
    names.find((each) => each.language === 'en') ??
    names.find((each) => /\p{Script=Latin}/u.test(each.form)) ??
    names[0];
  return name ? plainForm(name.form) : null;
};
