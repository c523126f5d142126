import { describe, expect, test } from '@jest/globals';
import { findTitle } from '../../../chain/clean/titles/index.ts';
import { decode } from '../../../chain/decode/index.ts';

const titleOf = (content: string): string | undefined =>
  findTitle(
    decode({
      id: 'page',
      revision: 1,
      input: { contentType: 'text/html', charset: null, content, given: {} },
    }),
  )?.text;

const meta = (property: string, content: string): string =>
  `<meta property="${property}" content="${content}">`;
const headline = (text: string): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${text}"}</script>`;

describe('the title of a page', () => {
  test('goes without the name of the site, stated or behind a bar', () => {
    const named = `${meta('og:site_name', 'The Harbour Post')}<title>Ferry runs again - The Harbour Post</title>`;
    expect(titleOf(`<html><head>${named}</head><body><p>Text.</p></body></html>`)).toBe('Ferry runs again');
    expect(titleOf('<title>Minister opens the new bridge | Daily</title><p>Text.</p>')).toBe(
      'Minister opens the new bridge',
    );
  });

  test('is what print and the title for quoting share, not a headline for search engines', () => {
    const head = `${headline('Heat pumps 2026: prices, tests')}${meta('og:title', 'What a heat pump really costs')}`;
    const page = `<head>${head}<title>Heat pumps 2026: prices, tests</title></head><h1>What a heat pump really costs</h1>`;
    expect(titleOf(page)).toBe('What a heat pump really costs');
  });

  test('is what headline, window and print share, not a line that only the title for quoting repeats', () => {
    const head = `${headline('Ferry Runs Again After Storm')}${meta('og:title', 'Ferry runs after the storm again')}`;
    const page = `<head>${head}<title>Ferry Runs Again After Storm</title></head><h1>Ferry Runs Again After Storm</h1>
      <p>Ferry runs after the storm again</p>`;
    expect(titleOf(page)).toBe('Ferry Runs Again After Storm');
  });

  test('is no crumb, though a first-level heading holds it', () => {
    const page = `<head>${meta('og:title', 'Why the bridge stays closed')}<title>Bridge closed: the reasons</title></head>
      <ol><li><h1 class="breadcrumb__headline">Bridge closed: the reasons</h1></li></ol>
      <h2 class="title">Why the bridge stays closed</h2><p>Text.</p>`;
    expect(titleOf(page)).toBe('Why the bridge stays closed');
  });

  test('is the whole form where another is cut short with dots', () => {
    const page = `<head>${headline('Parliament votes on the new budget for schools and roads')}
      ${meta('og:title', 'Parliament votes on the new budget for schools …')}</head><p>Text.</p>`;
    expect(titleOf(page)).toBe('Parliament votes on the new budget for schools and roads');
  });

  test('is the line that the page prints, where the window names site and sections around it', () => {
    const named = (title: string, line: string): string =>
      `<title>${title}</title><div><b>${line}</b></div><p>The text of the article, which goes on for a while.</p>`;
    expect(
      titleOf(
        named('Ночной поезд пойдёт до Самарканда - Полевой вестник', 'Ночной поезд пойдёт до Самарканда'),
      ),
    ).toBe('Ночной поезд пойдёт до Самарканда');
    expect(titleOf(named('灯塔日志向公众开放 - 海岸早报', '灯塔日志向公众开放'))).toBe('灯塔日志向公众开放');
    expect(
      titleOf(
        named(
          'ΤΟ ΦΑΝΑΡΙ - Ανοίγουν τα ημερολόγια των φάρων - πολιτισμός',
          'Ανοίγουν τα ημερολόγια των φάρων',
        ),
      ),
    ).toBe('Ανοίγουν τα ημερολόγια των φάρων');
    expect(titleOf(named('Nowe latarnie | Brzeg.info - dobre wiadomości z morza', 'Nowe latarnie'))).toBe(
      'Nowe latarnie',
    );
  });

  test('goes without the section that a menu of the page names', () => {
    const menu = '<ul><li><a href="/k">Kultura</a></li><li><a href="/s">要闻</a></li></ul>';
    expect(titleOf(`<title>Minister otwiera archiwum latarni - Kultura</title>${menu}<p>Tekst.</p>`)).toBe(
      'Minister otwiera archiwum latarni',
    );
    expect(titleOf(`<title>灯塔日志今起向公众开放_要闻</title>${menu}<p>正文。</p>`)).toBe(
      '灯塔日志今起向公众开放',
    );
    expect(titleOf(`<title>Kultura : minister otwiera archiwum latarni</title>${menu}<p>Tekst.</p>`)).toBe(
      'Kultura : minister otwiera archiwum latarni',
    );
  });

  test('keeps quotation marks at its end, and those of French with their spaces', () => {
    expect(titleOf('<title>Les gardiens parlent de « nuits sans fin » | La Côte</title><p>Texte.</p>')).toBe(
      'Les gardiens parlent de « nuits sans fin »',
    );
    expect(titleOf('<title>Меморандум назвали «большим шагом»</title><p>Текст.</p>')).toBe(
      'Меморандум назвали «большим шагом»',
    );
  });

  test.each([
    [
      'a channel and the site',
      '<title>Новый мост открыт_Канал города_Речной вестник</title>',
      'Речной вестник',
      'Новый мост открыт',
    ],
    [
      'bars',
      '<title>Nowy most został otwarty | Miasto | Rzeczne Wieści</title>',
      'Rzeczne Wieści',
      'Nowy most został otwarty',
    ],
    [
      'angles',
      '<title>New bridge opens to traffic ‹ Region - River Post</title>',
      'River Post',
      'New bridge opens to traffic',
    ],
    [
      'site first',
      '<title>Wasseramt :: Aktuelles :: Neue Brücke ist eröffnet</title>',
      'Wasseramt',
      'Neue Brücke ist eröffnet',
    ],
    [
      'dashes between Han',
      '<title>新桥正式通车运行了-河流新闻-河流日报</title>',
      '河流日报',
      '新桥正式通车运行了',
    ],
    [
      'a full colon',
      '<title>新しい橋が開通し車が通った：河川新聞デジタル版</title>',
      '河川新聞デジタル版',
      '新しい橋が開通し車が通った',
    ],
  ])('goes without what the window names beside it: %s', (_name, head, site, expected) => {
    const menu = '<nav><ul><li><a href="/a">Aktuelles</a></li><li><a href="/k">Kontakt</a></li></ul></nav>';
    const page = `<head>${head}</head><body><a class="logo" href="/">${site}</a>${menu}<p>Text.</p></body>`;
    expect(titleOf(page)).toBe(expected);
  });

  test('keeps two halves that a dash joins', () => {
    const page =
      '<title>Der Fluss steigt - Teil zwei - Flussbote</title><a class="logo" href="/">Flussbote</a><p>Text.</p>';
    expect(titleOf(page)).toBe('Der Fluss steigt - Teil zwei');
  });

  test.each([
    ['a lower heading', '<h3>New bridge opens</h3>'],
    ['a heading beside one that holds the logo', '<h1>New bridge opens</h1>'],
    ['a line that is named so', '<div class="newstitle"><b>New bridge opens</b></div>'],
  ])('is %s where the window bears the name of the office alone', (_name, heading) => {
    const office = 'Ministry of Roads and Bridges';
    const page = `<title>${office}</title><body><h1 class="logo"><a href="/">${office}</a></h1><main>${heading}<p>Text.</p></main></body>`;
    expect(titleOf(page)).toBe('New bridge opens');
  });
});
