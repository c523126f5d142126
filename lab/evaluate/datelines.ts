import { loadAuthorities } from '../../authorities/load.ts';
import type { PlaceAuthority } from '../../authorities/places/index.ts';
import type { Dateline } from '../../domain/article.ts';
import { readLabelled } from './credits.ts';
import { isKnown } from './labels.ts';
import { Tally } from './tally.ts';
import type { EvaluationTask, Row } from './task.ts';

/** The place and the day of the dateline of labelled pages. */
export const datelines: EvaluationTask = {
  name: 'datelines',
  summary: 'dateline places and days of labelled pages (precision, recall, 95 % intervals)',
  async *run({ data, log }): AsyncGenerator<Row> {
    const { places } = loadAuthorities();
    const tally = new Tally();
    for await (const { label, found } of readLabelled(data, log)) {
      if (!isKnown(label, 'dateline')) continue;
      const place = found?.dateline?.place ?? null;
      const gold = label.dateline_place ?? null;
      const right = place !== null && gold !== null && isSame(place, gold, places) ? 1 : 0;
      tally.add(label.batch, 'precision', right, place ? 1 : 0);
      tally.add(label.batch, 'recall', right, gold ? 1 : 0);
      const day = label.dateline_date?.slice(0, 10);
      const dayFound = found?.dateline?.date ?? null;
      if (day) tally.add(label.batch, 'date', dayFound === day ? 1 : 0, 1);
      if (((place || gold) && !right) || (day && dayFound !== day))
        log(
          `${label.id.slice(0, 60)}: found ${place?.printed ?? '–'} ${dayFound ?? '–'}, gold ${gold ?? '–'} ${day ?? '–'}`,
        );
    }
    yield* tally.rows('datelines');
  },
};

/** The same record, or the same words; of several printed places the first is enough. */
const isSame = (place: NonNullable<Dateline['place']>, gold: string, places: PlaceAuthority): boolean => {
  const forms = [gold, ...gold.split(/[,/]/)].map((name) => name.trim());
  if (forms.some((name) => name.toLowerCase() === place.printed.toLowerCase())) return true;
  return place.id !== null && forms.some((name) => places.findByName(name).includes(place.id ?? ''));
};
