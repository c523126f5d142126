import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { timelineSchema } from '../../../api/timeline/schema.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

const agencies = [['xinhua'], ['tass'], ['xinhua', 'afp'], []];
const words = ['bridge', 'harvest', 'bridge harvest'];

/** 300 articles over three years, with gaps; every seventh has no date. */
const documents = Array.from({ length: 300 }, (_, n) =>
  documentOf({
    id: `a${n}`,
    title: words[n % words.length] ?? '',
    body: 'A text.',
    agency: agencies[n % agencies.length] ?? [],
    date:
      n % 7 === 0
        ? null
        : new Date(Date.UTC(2018, 0, 1) + ((n * n * 37) % 1000) * 86_400_000).toISOString().slice(0, 10),
  }),
);

let service: SearchService;

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'und'] });
  await service.index(documents);
}, 300_000);

afterAll(() => service?.stop(), 180_000);

const ask = (query: string) => fetch(`${service.url}/v1/timeline?${query}`);
const timeline = async (query: string): Promise<z.infer<typeof timelineSchema>> =>
  timelineSchema.parse(await (await ask(query)).json());

interface Counted {
  readonly word: string;
  readonly from: string;
  readonly to: string;
  readonly agency?: string;
}

const countByHand = ({ word, from, to, agency }: Counted): number =>
  documents.filter(
    ({ title, date, agency: credited }) =>
      title.includes(word) &&
      date !== null &&
      date >= from &&
      date <= to &&
      (agency === undefined || credited.includes(agency)),
  ).length;

const queries = [
  'q=bridge&from-date=2018-02-10&to-date=2018-03-20&interval=day',
  'q=bridge&from-date=2018-02&to-date=2019-05&interval=week',
  'q=bridge&q=harvest&from-date=2018-02-10&to-date=2020-06-15&interval=month',
  'q=harvest&from-date=2017&to-date=2021&interval=quarter',
  'q=harvest&from-date=2018-06-15&to-date=2020-02&interval=year',
  'q=bridge&agency=xinhua&from-date=2018&to-date=2019&interval=month',
  'q=bridge&interval=month',
  'q=bridge&from-date=2018-03',
  'interval=auto',
];

test.each(queries)('%s: counts and shares equal a count by hand', async (query) => {
  const asked = new URLSearchParams(query);
  const { series, from, to } = await timeline(query);
  expect(series.map(({ q }) => q)).toEqual(asked.has('q') ? asked.getAll('q') : ['']);
  for (const { q, bars, total, undated } of series) {
    const agency = asked.get('agency') ?? undefined;
    for (const bar of bars) {
      const all = countByHand({ word: '', from: bar.from, to: bar.to });
      const count = countByHand({ word: q, from: bar.from, to: bar.to, ...(agency ? { agency } : {}) });
      expect([bar, bar.count, bar.all]).toEqual([bar, count, all]);
      expect(bar.share).toBe(all === 0 ? null : Math.round((count / all) * 1e6) / 1e6);
    }
    expect([bars[0]?.from, bars.at(-1)?.to]).toEqual([from, to]);
    // No step is left out: each begins on the day after the one before it.
    for (const [index, bar] of bars.entries())
      if (index > 0) expect(Date.parse(bar.from) - Date.parse(bars[index - 1]?.to ?? '')).toBe(86_400_000);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(total - undated);
  }
});

test('steps are named as the date facet names them; a week by its Monday; bars stay inside the asked range', async () => {
  const named = async (query: string) =>
    (await timeline(`q=bridge&${query}`)).series[0]?.bars.map(({ value }) => value);
  expect(await named('from-date=2018-02-27&to-date=2018-03-01&interval=day')).toEqual([
    '2018-02-27',
    '2018-02-28',
    '2018-03-01',
  ]);
  expect(await named('from-date=2018-03-01&to-date=2018-03-12&interval=week')).toEqual([
    '2018-02-26',
    '2018-03-05',
    '2018-03-12',
  ]);
  expect(await named('from-date=2019-11-20&to-date=2020-01-02&interval=month')).toEqual([
    '2019-11',
    '2019-12',
    '2020-01',
  ]);
  expect(await named('from-date=2019-11-20&to-date=2020-04-01&interval=quarter')).toEqual([
    '2019-Q4',
    '2020-Q1',
    '2020-Q2',
  ]);
  const [bar] =
    (await timeline('q=bridge&from-date=2018-02-27&to-date=2018-03-12&interval=month')).series[0]?.bars ?? [];
  expect(bar).toMatchObject({ value: '2018-02', from: '2018-02-27', to: '2018-02-28' });
});

test('timeline-by splits each query by the values of a facet', async () => {
  const { series } = await timeline('q=bridge&timeline-by=agency&from-date=2018&to-date=2020&interval=year');
  expect(series.map(({ by }) => by?.value ?? null)).toEqual([
    null,
    ...['xinhua', 'tass', 'afp'].sort(byCount),
  ]);
  for (const { by, bars } of series)
    for (const { from, to, count } of bars)
      expect(count).toBe(countByHand({ word: 'bridge', from, to, ...(by ? { agency: by.value } : {}) }));
  expect(series.find(({ by }) => by?.value === 'xinhua')?.by?.label).toBe('Xinhua');
});

const byCount = (a: string, b: string): number => total(b) - total(a) || (a < b ? -1 : 1);
const total = (agency: string): number =>
  countByHand({ word: 'bridge', from: '2018-01-01', to: '2020-12-31', agency });

test('the same as CSV and NDJSON, one row a bar', async () => {
  const query = 'q=bridge&q=harvest&from-date=2018&to-date=2019&interval=quarter';
  const { series } = await timeline(query);
  const csv = await (await ask(`${query}&format=csv`)).text();
  const [head, ...rows] = csv.replace('\ufeff', '').trim().split('\r\n');
  expect(head).toBe('q,by,label,step,from,to,count,all,share');
  const bars = series.flatMap(({ q, bars: all }) => all.map((bar) => ({ q, ...bar })));
  expect(rows).toEqual(
    bars.map(({ q, value, from, to, count, all, share }) =>
      [q, '', '', value, from, to, count, all, share ?? ''].join(),
    ),
  );
  const lines = (await (await ask(`${query}&format=ndjson`)).text()).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    bars.map(({ value, q, ...bar }) => ({ q, by: null, label: null, step: value, ...bar })),
  );
});

test('nothing found is no fault; too many steps and a wrong query are', async () => {
  expect(await timeline('q=unheardof')).toMatchObject({ interval: null, series: [{ total: 0, bars: [] }] });
  const refused = await ask('from-date=1900&to-date=2020&interval=day');
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('interval')]);
  const queries = Array.from({ length: 10 }, () => 'q=bridge').join('&');
  const decade = `${queries}&from-date=2010&to-date=2019&interval=day`;
  expect((await ask(decade)).status).toBe(200);
  expect((await ask(`${decade}&timeline-by=agency`)).status).toBe(400);
  expect((await ask('q=%28bridge')).status).toBe(400);
  expect((await ask('q=bridge&colour=red')).status).toBe(400);
});
