export interface FormRow {
  readonly form: string;
  readonly lemma: string;
  readonly count: number;
}

/** The terms in an index for a text of one form, and the terms that a search for the form looks up. */
export interface Keys {
  readonly stands: (form: string) => readonly string[];
  readonly asks: (form: string) => readonly string[];
}

/**
 * `recall`: for each form of a lemma that has two forms or more, the share (by count) of the lemma's other forms that it
 * finds, averaged over forms. `precision`: for each form that finds others, the share (by count) of these that belong
 * to one of its lemmas, averaged.
 */
export const countFinds = (
  rows: readonly FormRow[],
  { stands, asks }: Keys,
): { readonly recall: number; readonly precision: number } => {
  const counts = new Map<string, number>();
  const lemmasOf = new Map<string, Set<string>>();
  const formsOf = new Map<string, Map<string, number>>();
  for (const { form, lemma, count } of rows) {
    counts.set(form, (counts.get(form) ?? 0) + count);
    lemmasOf.set(form, (lemmasOf.get(form) ?? new Set()).add(lemma));
    const forms = formsOf.get(lemma) ?? new Map<string, number>();
    formsOf.set(lemma, forms.set(form, (forms.get(form) ?? 0) + count));
  }
  const standing = new Map<string, string[]>();
  for (const form of counts.keys())
    for (const key of new Set(stands(form))) standing.set(key, [...(standing.get(key) ?? []), form]);
  const found = new Map<string, ReadonlySet<string>>();
  for (const form of counts.keys()) {
    const others = new Set(asks(form).flatMap((key) => standing.get(key) ?? []));
    others.delete(form);
    found.set(form, others);
  }
  const shares = [...formsOf.values()]
    .filter((forms) => forms.size > 1)
    .flatMap((forms) => [...forms.keys()].map((form) => shareFound(forms, form, found.get(form))));
  const rights = [...found]
    .filter(([, others]) => others.size > 0)
    .map(([form, others]) =>
      shareOf(others, counts, (other) =>
        [...(lemmasOf.get(other) ?? [])].some((lemma) => lemmasOf.get(form)?.has(lemma)),
      ),
    );
  return { recall: mean(shares), precision: mean(rights) };
};

const shareFound = (
  forms: ReadonlyMap<string, number>,
  form: string,
  found: ReadonlySet<string> = new Set(),
): number => {
  const others = [...forms.keys()].filter((other) => other !== form);
  return shareOf(others, forms, (other) => found.has(other));
};

const shareOf = (
  forms: Iterable<string>,
  counts: ReadonlyMap<string, number>,
  holds: (form: string) => boolean,
): number => {
  let [all, right] = [0, 0];
  for (const form of forms) {
    const count = counts.get(form) ?? 0;
    all += count;
    if (holds(form)) right += count;
  }
  return all === 0 ? 0 : right / all;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
