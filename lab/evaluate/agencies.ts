import { loadAuthorities } from '../../authorities/load.ts';
import { normalizeName } from '../../authorities/people/matching/normalize-name.ts';
import { evenId, isSelf, type LabelledPage, mapGoldIds, readLabelled } from './credits.ts';
import { isKnown } from './labels.ts';
import { Tally } from './tally.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Measures who is credited for the text of labelled pages, who issues those of governments, and who wrote it. */
export const agencies: EvaluationTask = {
  name: 'agencies',
  summary:
    'source agencies, issuing bodies and bylines of labelled pages (precision, recall, 95 % intervals)',
  async *run({ data, log }): AsyncGenerator<Row> {
    const authority = loadAuthorities().agencies;
    const idsOf = await mapGoldIds(data, authority);
    const tally = new Tally();
    for await (const page of readLabelled(data, log)) {
      const { label } = page;
      scoreBylines(page, tally, log);
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
    yield* bylineF1(tally);
  },
};

type Labelled = Pick<LabelledPage, 'label' | 'found'>;

/** Who wrote it: visible names of persons, compared without letter case, accents and word order. */
const scoreBylines = ({ label, found }: Labelled, tally: Tally, log: (line: string) => void): void => {
  if (!isKnown(label, 'byline')) return;
  const gold = new Set(label.byline.map(evenName));
  const authors = new Set((found?.authors ?? []).map((id) => evenName(id.replace(/^name:/, ''))));
  const right = [...authors].filter((name) => gold.has(name)).length;
  tally.add(label.batch, 'byline-precision', right, authors.size);
  tally.add(label.batch, 'byline-recall', right, gold.size);
  if (right < authors.size || right < gold.size)
    log(
      `${label.id.slice(0, 60)}: by ${[...authors].join(', ') || '–'}, gold ${label.byline.join(', ') || '–'}`,
    );
};

const evenName = (name: string): string => normalizeName(name).split(' ').sort().join(' ');

function* bylineF1(tally: Tally): Generator<Row> {
  const rows = [...tally.rows('agencies')];
  const shareOf = (set: string, metric: string): number =>
    rows.find((row) => row.set === set && row.metric === metric)?.value ?? 0;
  for (const set of new Set(rows.map((row) => row.set))) {
    const [precision, recall] = [shareOf(set, 'byline-precision'), shareOf(set, 'byline-recall')];
    const value = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    yield { task: 'agencies', set, metric: 'byline-f1', value };
  }
}
