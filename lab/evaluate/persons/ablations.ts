import { clues } from '../../../chain/enrich/people/coreference/clues.ts';
import type { Without } from '../../../chain/enrich/people/correct/rule.ts';
import { characterRules, wordRules } from '../../../chain/enrich/people/correct/rules.ts';
import { profileFor } from '../../../languages/index.ts';
import { isDense } from '../../../languages/scripts.ts';

/** Every rule and clue by its id, and whether it applies to a language. */
const rules: readonly { readonly id: string; readonly concerns: (language: string) => boolean }[] = [
  ...wordRules.map(({ id, languages }) => ({
    id,
    concerns: (language: string) => !isUnspaced(language) && includes(languages, language),
  })),
  ...characterRules.map(({ id, languages }) => ({
    id,
    concerns: (language: string) => isUnspaced(language) && includes(languages, language),
  })),
  ...clues.map(({ id }) => ({ id, concerns: () => true })),
];

const isUnspaced = (language: string): boolean => isDense(profileFor(language).name);

const includes = (languages: readonly string[] | 'all', language: string): boolean =>
  languages === 'all' || languages.includes(language);

export const knownRules: readonly string[] = rules.map(({ id }) => id);

/** The rules left out in one measurement; `name` is null if there are none. */
export interface Ablation {
  readonly name: string | null;
  readonly without: Without;
}

const whole: Ablation = { name: null, without: new Set() };

/** One measurement with all rules, then one without each rule that applies to the language, last without all. */
export const ablationsOf = (language: string): readonly Ablation[] => [
  whole,
  ...rules
    .filter(({ concerns }) => concerns(language))
    .map(({ id }) => ({ name: id, without: new Set([id]) })),
  { name: 'all', without: new Set(knownRules) },
];

/** With all rules, and without the named ones. */
export const without = (names: readonly string[]): readonly Ablation[] =>
  names.length === 0 ? [whole] : [whole, { name: names.join(' '), without: new Set(names) }];
