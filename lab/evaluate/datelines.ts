import { loadAuthorities } from '../../authorities/load.ts';
import type { PlaceAuthority } from '../../authorities/places/index.ts';
import type { Dateline } from '../../domain/article.ts';
import { figures } from './agencies.ts';
import { readLabelled } from './credits.ts';
import type { EvaluationTask, Row } from './task.ts';

/** The place of the dateline of labelled pages. */
export const datelines: EvaluationTask = {
  name: 'datelines',
  summary: 'dateline places of labelled pages (precision, recall, 95 % intervals)',
  async *run({ data, log }): AsyncGenerator<Row> {
    const { places } = loadAuthorities();
    const tally = { right: 0, found: 0, gold: 0, pages: 0 };
    for await (const { label, found } of readLabelled(data, log)) {
      const place = found?.dateline?.place ?? null;
      const gold = label.dateline_place ?? null;
      const right = place !== null && gold !== null && isSame(place, gold, places);
      tally.pages += 1;
      if (place) tally.found += 1;
      if (gold) tally.gold += 1;
      if (right) tally.right += 1;
      if ((place || gold) && !right)
        log(`${label.id.slice(0, 60)}: found ${place?.printed ?? '–'}, gold ${gold ?? '–'}`);
    }
    if (tally.pages === 0) return;
    yield* figures('datelines', 'precision', tally.right, tally.found);
    yield* figures('datelines', 'recall', tally.right, tally.gold);
  },
};

/** The same record, or the same words; of several printed places the first is enough. */
const isSame = (place: NonNullable<Dateline['place']>, gold: string, places: PlaceAuthority): boolean => {
  const forms = [gold, ...gold.split(/[,/]/)].map((name) => name.trim());
  if (forms.some((name) => name.toLowerCase() === place.printed.toLowerCase())) return true;
  return place.id !== null && forms.some((name) => places.findByName(name).includes(place.id ?? ''));
};
