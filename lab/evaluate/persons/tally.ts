import type { NamedPerson } from '../../../domain/article.ts';
import type { LabelledText } from '../../train/people-labels.ts';

/** Counts over the texts of one set. */
export interface Tally {
  found: number;
  gold: number;
  right: number;
  readonly same: Agreement;
}

interface Agreement {
  precision: number;
  recall: number;
  found: number;
  marked: number;
}

export const newTally = (): Tally => ({
  found: 0,
  gold: 0,
  right: 0,
  same: { precision: 0, recall: 0, found: 0, marked: 0 },
});

/** Counts the persons found in one text. */
export const count = (tally: Tally, text: LabelledText, people: readonly NamedPerson[]): void => {
  const spans = new Set(
    people.flatMap(({ mentions }) => mentions.map(({ start, end }) => `${start}-${end}`)),
  );
  tally.found += spans.size;
  tally.gold += text.persons.length;
  tally.right += text.persons.filter(([start, end]) => spans.has(`${start}-${end}`)).length;
  if (text.people) addAgreement(tally.same, text, people);
};

/** Names and values of a set's figures. */
export const figuresOf = ({ found, gold, right, same }: Tally): Readonly<Record<string, number>> => {
  const precision = right / (found || 1);
  const recall = right / (gold || 1);
  return {
    f1: harmonic(precision, recall),
    precision,
    recall,
    ...(same.marked > 0
      ? { coreference: harmonic(same.precision / (same.found || 1), same.recall / same.marked) }
      : {}),
  };
};

const harmonic = (one: number, other: number): number =>
  one + other === 0 ? 0 : (2 * one * other) / (one + other);

/**
 * B-cubed (Bagga and Baldwin 1998), including recognition errors: precision is averaged over all mentions that we
 * found, recall over all annotated mentions. A spurious mention has precision 0, a missed one recall 0. A spurious
 * mention also lowers the precision of the right ones in its group, and a missed one their recall.
 */
const addAgreement = (same: Agreement, text: LabelledText, people: readonly NamedPerson[]): void => {
  const ours = new Map<string, number>();
  people.forEach(({ mentions }, index) => {
    for (const { start, end } of mentions) ours.set(`${start}-${end}`, index);
  });
  const gold = new Map<string, string>(
    text.persons.map(([start, end], index) => [`${start}-${end}`, text.people?.[index] ?? ''] as const),
  );
  for (const [span, group] of ours) {
    const person = gold.get(span);
    if (person === undefined) continue;
    const gathered = [...ours].filter(([, other]) => other === group);
    const marked = [...gold].filter(([, other]) => other === person);
    const shared = gathered.filter(([other]) => gold.get(other) === person).length;
    same.precision += shared / gathered.length;
    same.recall += shared / marked.length;
  }
  same.found += ours.size;
  same.marked += gold.size;
};
