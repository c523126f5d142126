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

/** The name of an id in a language; null for unknown ids. */
type LabelOf = (id: string, language: string) => string | null;

/** Lists and exports need the same few labels repeatedly. Unknown ids are not cached: there is no limit to them. */
export const rememberLabels = (labelOf: LabelOf): LabelOf => {
  const byLanguage = new Map<string, Map<string, string>>();
  return (id, language) => {
    const known = byLanguage.get(language)?.get(id);
    if (known !== undefined) return known;
    const label = labelOf(id, language);
    if (label === null) return null;
    const labels = byLanguage.get(language) ?? new Map<string, string>();
    if (labels.size >= MOST_LABELS) labels.clear();
    byLanguage.set(language, labels.set(id, label));
    return label;
  };
};

/** Per language; half a megabyte. */
const MOST_LABELS = 10_000;
