import type { AgencyAuthority } from '../../authorities/agencies/index.ts';
import { loadAuthorities } from '../../authorities/load.ts';
import { type LabelledPage, mapGoldIds, readLabelled, wilson } from './credits.ts';
import type { EvaluationTask, Row } from './task.ts';

/** Measures who is credited for the text of labelled pages. */
export const agencies: EvaluationTask = {
  name: 'agencies',
  summary: 'source agencies of labelled pages (precision, recall, 95 % intervals)',
  async *run({ data, log }): AsyncGenerator<Row> {
    const authority = loadAuthorities().agencies;
    const tally = { right: 0, found: 0, gold: 0, hit: 0, pages: 0 };
    let ids: Awaited<ReturnType<typeof mapGoldIds>> | undefined;
    for await (const page of readLabelled(data, log)) {
      ids ??= await mapGoldIds(data, authority);
      const gold = page.label.agency.map((id) => ids?.get(id) ?? new Set(authority.findByName(id)));
      const found = (page.found?.agency ?? []).filter((id) => !isSelf(id, page, authority, gold));
      const right = found.filter((id) => gold.some((forms) => forms.has(id))).length;
      const hit = gold.filter((forms) => found.some((id) => forms.has(id))).length;
      tally.pages += 1;
      tally.right += right;
      tally.found += found.length;
      tally.gold += gold.length;
      tally.hit += hit;
      if (right < found.length || hit < gold.length)
        log(
          `${page.label.id.slice(0, 60)}: found ${found.join(' ') || '–'}, gold ${page.label.agency.join(' ') || '–'}`,
        );
    }
    if (tally.pages === 0) return;
    yield* figures('agencies', 'precision', tally.right, tally.found);
    yield* figures('agencies', 'recall', tally.hit, tally.gold);
  },
};

/** If a publication or its group names itself, that counts neither way. */
const isSelf = (
  id: string,
  { label, host, found }: LabelledPage,
  authority: AgencyAuthority,
  gold: readonly ReadonlySet<string>[],
): boolean => {
  if (gold.some((forms) => forms.has(id))) return false;
  if (host !== null && authority.byHost(host)?.id === id) return true;
  if (found?.publisher && authority.byHost(found.publisher)?.id === id) return true;
  const names = [
    label.publisher ?? '',
    ...label.self_credit,
    ...label.self_credit.map((self) => self.replaceAll('-', ' ')),
  ];
  return names.some(
    (name) =>
      authority.findByName(name).includes(id) ||
      authority.findByName(name.split(' (')[0] ?? '').includes(id) ||
      `name:${name.toLowerCase()}` === id,
  );
};

export function* figures(task: string, metric: string, right: number, all: number): Generator<Row> {
  const [low, high] = wilson(right, all);
  const row = (name: string, value: number): Row => ({ task, set: 'labels', metric: name, value });
  yield row(metric, all === 0 ? 0 : right / all);
  yield row(`${metric}-low`, low);
  yield row(`${metric}-high`, high);
  yield row(`${metric}-right`, right);
  yield row(`${metric}-of`, all);
}
