import { createChain } from '../../chain/index.ts';
import { profileFor } from '../../languages/index.ts';
import { type Ablation, ablationsOf, knownRules, without } from './persons/ablations.ts';
import { type ModelsAside, trainAside } from './persons/models-aside.ts';
import { askAbout } from './persons/recognizers.ts';
import { count, figuresOf, newTally, type Tally } from './persons/tally.ts';
import { type DataSet, listSets } from './sets.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Named persons: exact spans, and coreference (B-cubed) on texts that are annotated for it. */
export const persons: EvaluationTask = {
  name: 'persons',
  summary:
    'named persons: exact spans, and the same person for each mention;\n                   --without RULE,… or --ablate: what rules bring',
  async *run({ data, labels, crossValidate, ablation, log }) {
    const unknown = ablation.without.filter((id) => !knownRules.includes(id));
    if (unknown.length > 0) {
      log(`no rule ${unknown.join(', ')}; there are ${knownRules.join(', ')}`);
      return;
    }
    const shipped = createChain().enrichers.people;
    const aside = crossValidate ? trainAside(data, labels, log) : null;
    const measure = async (set: DataSet, ablations: readonly Ablation[]) =>
      measureSet(askAbout(set, shipped, aside, log), profileFor(set.name), ablations);
    try {
      for (const set of listSets(data, 'persons')) {
        log(set.name);
        const language = profileFor(set.name).code;
        const ablations = ablation.each ? ablationsOf(language) : without(ablation.without);
        yield* report(set, ablations, await measure(set, ablations));
      }
    } finally {
      closeAside(aside);
    }
  },
};

const closeAside = (aside: ModelsAside | null): void => aside?.remove();

/** Each text is tagged once; rules and clues are then measured with each of them left out in turn. */
const measureSet = async (
  asked: ReturnType<typeof askAbout>,
  { code, scripts }: { readonly code: string; readonly scripts: readonly string[] },
  ablations: readonly Ablation[],
): Promise<readonly Tally[]> => {
  const tallies = ablations.map(newTally);
  for await (const { text, recognizer } of asked) {
    const article = { title: '', body: text.text, language: code, script: scripts[0] ?? 'Latn' };
    const tagged = recognizer.tag(article);
    ablations.forEach(({ without: rules }, at) => {
      const tally = tallies[at];
      if (tally) count(tally, text, recognizer.resolve(tagged, rules));
    });
  }
  return tallies;
};

/** The figures with all rules; for each ablation the loss, if there is one. */
function* report(set: DataSet, ablations: readonly Ablation[], tallies: readonly Tally[]): Generator<Row> {
  const [whole = {}, ...others] = tallies.map(figuresOf);
  const row = (metric: string, value: number): Row => ({ task: 'persons', set: set.name, metric, value });
  for (const [metric, value] of Object.entries(whole)) yield row(metric, value);
  for (const [at, figures] of others.entries())
    for (const metric of ['f1', 'coreference']) {
      const gain = (whole[metric] ?? 0) - (figures[metric] ?? 0);
      if (gain !== 0) yield row(`${metric} by ${ablations[at + 1]?.name}`, gain);
    }
}
