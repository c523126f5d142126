import { loadAuthorities } from '../../authorities/load.ts';
import {
  latinFromCyrillic,
  scriptsSpelled,
  spelledByEar,
} from '../../authorities/people/matching/spell-by-ear.ts';
import type { Spelling } from '../../authorities/people/matching/spell-name.ts';
import type { Place } from '../../authorities/places/index.ts';
import { foldWord } from '../../authorities/words/index.ts';
import type { EvaluationTask, Row } from './task.ts';

const latinLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'sv', 'und'];

/**
 * Names of places spelled by ear, against the recorded names. The models learned from names of persons; a name of its
 * own (Пекин) cannot be told by ear.
 */
export const spelling: EvaluationTask = {
  name: 'spelling',
  summary: 'a recorded name of a place among the first spellings by ear: 1, 4',
  async *run(): AsyncGenerator<Row> {
    const places = loadAuthorities().places.all();
    for (const language of scriptsSpelled)
      yield* judge(`en-${language}`, places, ['en'], [language], (name) => spelledByEar(name, language));
    yield* judge('ru-latin', places, ['ru'], latinLanguages, latinFromCyrillic);
  },
};

function* judge(
  set: string,
  places: readonly Place[],
  from: readonly string[],
  to: readonly string[],
  spell: (name: string) => readonly Spelling[],
): Generator<Row> {
  const namesIn = (place: Place, languages: readonly string[]): readonly string[] =>
    languages.flatMap((language) => place.names.get(language) ?? []);
  const ranks = places.flatMap((place) => {
    const name = namesIn(place, from)[0] ?? '';
    const known = new Set(namesIn(place, to).map(bare));
    if (!/^\p{Lu}\p{Ll}{3,}$/u.test(name) || known.size === 0) return [];
    return [spell(name).findIndex(({ text }) => known.has(bare(text)))];
  });
  const share = (most: number): number =>
    ranks.filter((rank) => rank >= 0 && rank < most).length / Math.max(1, ranks.length);
  const row = (metric: string, value: number): Row => ({ task: 'spelling', set, metric, value });
  yield row('names', ranks.length);
  yield row('among-1', share(1));
  yield row('among-4', share(4));
}

const bare = (name: string): string =>
  foldWord(name, 'und')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');
