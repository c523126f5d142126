import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

let service: SearchService;

const article = (id: string, language: string, body: string) =>
  documentOf({ id, language, title: '—', body });

beforeAll(async () => {
  service = await startSearchService({ codes: ['en', 'es', 'fr', 'ru', 'fa', 'vi', 'th', 'ja', 'und'] });
  await service.index([
    article(
      'en-apart',
      'en',
      'The G-20 agreed on a cease-fire.Observers told us of 2,500 mines, and of CO₂.',
    ),
    article('en-joined', 'en', 'The G20 wants the ceasefire; 2500 mines, less CO2. MacDonald said so.'),
    article('en-name', 'en', 'Ms O’Hara’s plan: Côte d’Azur. The US and the U.K. agreed. Will Rogers spoke.'),
    article('en-other', 'en', 'A G and a 20. They cease to fire. Jane Rogers left.'),
    article('es-states', 'es', 'Los Estados Unidos firmaron con España.'),
    article('es-kingdom', 'es', 'El Reino Unido firmó con España.'),
    article('fr-name', 'fr', 'Valéry Giscard d’Estaing parle des chevaux de l’Élysée.'),
    article('ru-life', 'ru', 'Жизнь людей у моря. Визит Лаврова.'),
    article('ru-decomposed', 'ru', 'Российский край и йод.'.normalize('NFD')),
    article('fa-joiner', 'fa', 'آن‌ها به کتاب‌خانه می‌روند.'),
    article('vi-old', 'vi', 'Tỉnh Hòa Bình và sức khỏe.'),
    article('th-two', 'th', 'นํ้าท่วมประเทศไทย'),
    article('ja-new', 'ja', '国会で三ヶ月の議論。ウクライナ。'),
    article('sr-cyrillic', 'und', 'Председник у Београду.'),
  ]);
}, 240_000);

afterAll(() => service.stop());

test.each([
  ['G20', ['en-apart', 'en-joined']],
  ['G-20', ['en-apart', 'en-joined']],
  ['ceasefire', ['en-apart', 'en-joined']],
  ['cease-fire', ['en-apart', 'en-joined']],
  ['observer', ['en-apart']],
  ['"2,500" mine', ['en-apart', 'en-joined']],
  ['2500 mines', ['en-apart', 'en-joined']],
  ['CO2', ['en-apart', 'en-joined']],
  ["O'Hara", ['en-name']],
  ['OHara', ['en-name']],
  ['Azur', ['en-name']],
  ['US', ['en-name']],
  ['us', ['en-apart', 'en-name']],
  ['UK', ['en-name']],
  ['Will Rogers', ['en-name']],
  ['Estados Unidos', ['es-states']],
  ['Estaing', ['fr-name']],
  ['cheval', ['fr-name']],
  ['Elysee', ['fr-name']],
  ['жизнь', ['ru-life']],
  ['человек', ['ru-life']],
  ['Лавров', ['ru-life']],
  ['российского', ['ru-decomposed']],
  ['کتابخانه', ['fa-joiner']],
  ['میروند', ['fa-joiner']],
  ['Hoà Bình', ['vi-old']],
  ['suc khoe', ['vi-old']],
  ['น้ำท่วม', ['th-two']],
  ['ไทย', ['th-two']],
  ['國會', ['ja-new']],
  ['三カ月', ['ja-new']],
  ['うくらいな', ['ja-new']],
  ['Beogradu', ['sr-cyrillic']],
])('%s finds what has the word in any form and spelling, and nothing else', async (q, ids) => {
  const query = new URLSearchParams({ q, expand: 'none' });
  const answer = await fetch(`${service.url}/v1/articles?${query}`);
  expect(answer.status).toBe(200);
  const { results } = (await answer.json()) as { results: { id: string }[] };
  expect(results.map(({ id }) => id).sort()).toEqual(ids);
});
