import { loadAuthorities } from '../../authorities/load.ts';
import { evenId, isSelf, mapGoldIds, readLabelled } from './credits.ts';
import { isKnown } from './labels.ts';
import { Tally } from './tally.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Measures who is credited for the text of labelled pages, and who issues those of governments. */
export const agencies: EvaluationTask = {
  name: 'agencies',
  summary: 'source agencies and issuing bodies of labelled pages (precision, recall, 95 % intervals)',
  async *run({ data, log }): AsyncGenerator<Row> {
    const authority = loadAuthorities().agencies;
    const idsOf = await mapGoldIds(data, authority);
    const tally = new Tally();
    for await (const page of readLabelled(data, log)) {
      const { label } = page;
      if (!isKnown(label, 'agency')) continue;
      const gold = label.agency.map(idsOf);
      const issuers = label.issuer.flatMap((name) => [...idsOf(name)]);
      const all = (page.found?.agency ?? []).map(evenId);
      const found = all.filter((id) => !issuers.includes(id) && !isSelf(id, page, authority, gold));
      const right = found.filter((id) => gold.some((forms) => forms.has(id))).length;
      const hit = gold.filter((forms) => found.some((id) => forms.has(id))).length;
      tally.add(label.batch, 'precision', right, found.length);
      tally.add(label.batch, 'recall', hit, gold.length);
      const isIssued = label.issuer.length > 0 && gold.length === 0;
      const named = all.some((id) => issuers.includes(id)) ? 1 : 0;
      if (isIssued) tally.add(label.batch, 'issuer-recall', named, 1);
      const missed = isIssued && named === 0 ? `, issuer ${label.issuer.join(' ')}` : '';
      if (right < found.length || hit < gold.length || missed !== '')
        log(
          `${label.id.slice(0, 60)}: found ${all.join(' ') || '–'}, gold ${label.agency.join(' ') || '–'}${missed}`,
        );
    }
    yield* tally.rows('agencies');
  },
};
