import type { PeopleRecognizer } from '../../../chain/enrich/people/index.ts';
import { families, type Source } from '../../train/people-families.ts';
import { type LabelledText, parseLabelledText, partOf } from '../../train/people-labels.ts';
import { type DataSet, readRecords } from '../sets.ts';
import { type ModelsAside, parts } from './models-aside.ts';

/** A text, and the recognizer to use for it. */
export interface Asked {
  readonly text: LabelledText;
  readonly recognizer: PeopleRecognizer;
}

/** The texts of a set, each with a recognizer that has not seen it if models were trained separately. */
export async function* askAbout(
  set: DataSet,
  shipped: PeopleRecognizer,
  aside: ModelsAside | null,
  log: (line: string) => void,
): AsyncGenerator<Asked> {
  const plan = families.find(({ sources }) => sources.some((source) => isSeen(source, set)));
  if (plan && !aside) log(`  the shipped model has seen ${set.name}: ask for --cross-validate`);
  if (!plan || !aside) {
    for await (const text of readRecords(set.path, parseLabelledText)) yield { text, recognizer: shipped };
    return;
  }
  for (let part = 0; part < parts; part += 1) {
    const recognizer = aside.load(plan.name, part);
    for await (const text of readRecords(set.path, parseLabelledText))
      if (partOf(text.text, parts) === part) yield { text, recognizer };
  }
}

const isSeen = ({ set }: Source, { name, split }: DataSet): boolean =>
  set === (split ? `${name}.${split}` : name);
