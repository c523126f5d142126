import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { loadPlaces } from '../../../authorities/places/index.ts';
import { findAgencies } from '../../../chain/enrich/agencies/index.ts';
import { splitDateline } from '../../../chain/enrich/datelines/index.ts';
import type { BlockZone, CleanArticle, SourceBlock } from '../../../domain/article.ts';
import { languages, profileFor } from '../../../languages/index.ts';

const agencies = loadAgencies();
const places = loadPlaces();

test('every agency has a zone and languages that exist, and no host is that of two', () => {
  const hosts = new Map<string, string>();
  for (const { id, zone, hosts: own, names } of agencies.all()) {
    if (zone !== null) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    for (const code of names.keys())
      expect([
        id,
        code,
        new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code),
      ]).toEqual([id, code, expect.any(String)]);
    for (const host of own) expect([host, hosts.get(host) ?? id]).toEqual([host, id]);
    for (const host of own) hosts.set(host, id);
  }
});

const article = (
  paragraphs: readonly string[],
  lines: readonly (readonly [BlockZone, string])[] = [],
): CleanArticle => ({
  id: 'a',
  revision: 1,
  given: {},
  format: 'text',
  url: null,
  statements: [],
  title: 'A title',
  paragraphs: paragraphs.map((text) => ({ kind: 'text', text })),
  blocks: [...lines, ...paragraphs.map((text) => ['body', text] as const)].map(([zone, text]) => ({
    text,
    tag: 'p',
    path: 'p',
    linkDensity: 0,
    datetimes: [],
    zone,
  })),
});

const publisher = { id: null, host: null, zone: null, country: null };
const creditsOf = (language: string, clean: CleanArticle): readonly string[] => {
  const profile = profileFor(language);
  const opening = splitDateline(clean, { profile, places, agencies });
  return findAgencies(clean, { profile, agencies, publisher, opening }).ids;
};
const text = 'Ministers met on Monday and agreed on nothing at all, which surprised nobody in the town.';

describe('datelines', () => {
  test.each([
    ['en', `GENEVA (Reuters) - ${text}`, 'geneva', ['reuters']],
    ['en', `LONDON, Jan 15 (ANI): ${text}`, 'london', ['ani']],
    ['en', `OSLO — ${text}`, 'oslo', []],
    ['zh', '新华社北京1月12日电（记者 张三）部长们星期一举行会议。', 'beijing', ['xinhua']],
    ['ru', 'МОСКВА, 5 января /ТАСС/. Министры встретились в понедельник.', 'moscow', ['tass']],
    ['de', 'Berlin (dpa) - Die Minister trafen sich am Montag.', 'berlin', ['dpa']],
    ['ko', '(서울=연합뉴스) 장관들이 월요일에 만났다.', 'seoul', ['yonhap']],
    ['ko', '(서울·베이징=연합뉴스) 김철수 기자 = 장관들이 월요일에 만났다.', 'seoul', ['yonhap']],
    ['ja', '【ワシントン＝山田太郎】閣僚は月曜日に会談した。', 'washington', []],
    ['ja', '【ワシントン共同】閣僚は月曜日に会談した。', 'washington', ['kyodo']],
    ['ja', '［東京 25日 ロイター］ - 閣僚は月曜日に会談した。', 'tokyo', ['reuters']],
    ['zh', '（中央社記者王五台北25日電）部長們星期一舉行會議。', 'taipei', ['cna-tw']],
    ['hi', 'नयी दिल्ली, पांच मार्च (भाषा) मंत्रियों ने सोमवार को बैठक की।', 'new-delhi', ['pti']],
    ['ko', '(서울=로이터연합뉴스) 장관들이 월요일에 만났다.', 'seoul', ['reuters', 'yonhap']],
    ['zh', '新华社联合国11月24日电（记者 张三）部长们星期一举行会议。', 'united-nations', ['xinhua']],
    ['zh', '【王小明／台北報導】部長們星期一舉行會議。', 'taipei', []],
    ['en', `UNITED NATIONS (AP) — ${text}`, 'united-nations', ['ap']],
    ['en', `ISLAMABAD, Nov 25 (APP):${text}`, 'islamabad', ['app']],
    ['en', `Baghdad-INA ${text}`, 'baghdad', ['ina']],
    ['ru', 'МОСКВА, 25 ноя — РИА Новости. Министры встретились.', 'moscow', ['ria-novosti']],
    ['ru', '25 ноября, Минск /Корр. БЕЛТА/. Министры встретились.', 'minsk', ['belta']],
    ['ru', 'Баку, 25 ноября, АЗЕРТАДЖ Министры встретились.', 'baku', ['azertac']],
    ['uk', 'КИЇВ. 25 листопада. Укрінформ. Міністри зустрілися.', 'kyiv', ['ukrinform']],
    ['ru', 'Баку, 25 ноября, АЗЕРТАДЖ 12 министров встретились.', 'baku', ['azertac']],
    ['de', 'Berlin. Die Minister trafen sich am Montag.', 'berlin', []],
    ['de', 'BERLIN taz | Die Minister trafen sich am Montag.', 'berlin', ['taz']],
    ['de', 'Kiel (mno) - Die Minister trafen sich am Montag.', 'kiel', []],
    ['es', 'Madrid, 25 (EFE).- Los ministros se reunieron el lunes.', 'madrid', ['efe']],
    ['zh', '（中央社華盛頓31日綜合外電報導）部長們星期一舉行會議。', 'washington', ['cna-tw']],
    ['de', `Pressemitteilung vom 25. Januar 2022 | Berlin – Die Minister trafen sich.`, 'berlin', []],
    ['en', `BUFFALO, N.Y. — ${text}`, 'buffalo', []],
    ['ko', '(서울=뉴스1) 장관들이 월요일에 만났다.', 'seoul', ['news1']],
    ['id', 'KBRN, Jakarta : Para menteri bertemu pada hari Senin.', 'jakarta', ['rri']],
    ['ar', 'الكويت - 25 - 11 (كونا) -- اجتمع الوزراء يوم الاثنين', 'kuwait-city', ['kuna']],
    ['en', `Kuwait City - 25 - 11 - ${text}`, 'kuwait-city', []],
    ['es', 'Madrid, 25/11 (EFE).- Los ministros se reunieron el lunes.', 'madrid', ['efe']],
    ['en', `BERLIN and PARIS (Reuters) — ${text}`, 'berlin', ['reuters']],
    ['en', `LONDON, Nov. 25, 2025 (GLOBE NEWSWIRE) -- ${text}`, 'london', ['globe-newswire']],
    ['en', `LONDON, Nov. 25, 2025 /PRNewswire/ -- ${text}`, 'london', ['pr-newswire']],
    ['de', 'Berlin (ots) - Die Minister trafen sich am Montag.', 'berlin', ['ots']],
    ['es', 'SANTIAGO.- Los ministros se reunieron el lunes.', 'santiago', []],
    ['ar', 'دمشق-سانا اجتمع الوزراء يوم الاثنين', 'damascus', ['sana']],
    ['ar', 'الدوحة في 25 نوفمبر /قنا/ اجتمع الوزراء', 'doha', ['qna']],
    ['vi', 'Hà Nội (TTXVN) - Các bộ trưởng đã họp hôm thứ Hai.', 'hanoi', ['vna']],
    ['hi', 'नई दिल्ली, 25 नवंबर (भाषा) मंत्रियों ने सोमवार को बैठक की।', 'new-delhi', ['pti']],
    ['nl', 'DEN HAAG (ANP) - De ministers vergaderden maandag.', 'the-hague', ['anp']],
    ['ko', '[워싱턴=홍길동 특파원] 장관들이 월요일에 만났다.', 'washington', []],
  ])('%s: %s', (language, opening, place, sources) => {
    const split = splitDateline(article([opening, text]), {
      profile: profileFor(language),
      places,
      agencies,
    });
    expect(split.dateline?.place?.id).toBe(place);
    expect(split.agencies).toEqual(sources);
    expect(split.paragraphs[0]?.text.startsWith(split.dateline?.printed ?? '?')).toBe(false);
  });

  test.each([
    [`CANTON, Mass. — ${text}`, 'CANTON', null],
    [`VIENNA, Va. (AP) — ${text}`, 'VIENNA', null],
    [`PARIS, Texas (AP) — ${text}`, 'PARIS', null],
    [`WICHITA FALLS, Texas (AP) — ${text}`, 'WICHITA FALLS', null],
    [`ST CATHERINE, Jamaica — ${text}`, 'ST CATHERINE', null],
    [`VIENNA, Austria — ${text}`, 'VIENNA', 'vienna'],
  ])('takes no namesake elsewhere for the place: %s', (opening, printed, id) => {
    const { dateline, paragraphs } = splitDateline(article([opening, text]), {
      profile: profileFor('en'),
      places,
      agencies,
    });
    expect(dateline?.place).toEqual({ id, printed });
    expect(paragraphs[0]?.text).toBe(text);
  });

  test.each([
    [
      'ja',
      '【6月18日 AFP】閣僚は月曜日に会談した。',
      '2018年6月18日 10:01　発信地：カノ/ナイジェリア',
      'カノ',
    ],
    ['hi', 'मंत्रियों ने सोमवार को बैठक की।', 'भाषा, श्रीनगर', 'श्रीनगर'],
    ['hi', 'मंत्रियों ने सोमवार को बैठक की।', 'नई दिल्ली, एजेंसी', 'नई दिल्ली'],
  ])('takes the place of a line around the text (%s: %s)', (language, opening, line, place) => {
    const clean = article([opening, text], [['credit', line]]);
    const { dateline } = splitDateline(clean, { profile: profileFor(language), places, agencies });
    expect(dateline?.place?.printed).toBe(place);
  });

  test.each([
    ['ko', '(암젤=연합뉴스) 김철수 기자 = 장관들이 월요일에 만났다.', '암젤', ['yonhap']],
    ['ja', '【アムゼル共同】閣僚は月曜日に会談した。', 'アムゼル', ['kyodo']],
    ['ja', '【アムゼルＡＦＰ時事】閣僚は月曜日に会談した。', 'アムゼル', ['afp']],
  ])('a place of no record counts beside an agency: %s: %s', (language, line, place, ids) => {
    const opening = splitDateline(article([line, text]), { profile: profileFor(language), places, agencies });
    expect(opening.dateline?.place).toEqual({ id: null, printed: place });
    expect(opening.agencies).toEqual(ids);
  });

  test('a box without an agency is no dateline', () => {
    for (const line of ['【アムゼルの話題】閣僚は会談した。', '(암젤의 이야기) 장관들이 만났다.'])
      expect(
        splitDateline(article([line, text]), { profile: profileFor('ja'), places, agencies }).dateline,
      ).toBeNull();
  });

  test('a day of the month alone is the last such day up to the article’s own', () => {
    const clean = article(['（中央社華盛頓31日綜合外電報導）部長們星期一舉行會議。', text]);
    const split = splitDateline(clean, { profile: profileFor('zh'), places, agencies });
    const published = {
      instant: '',
      day: '2019-11-01',
      printed: '',
      precision: 'day',
      zone: 'printed',
    } as const;
    expect(split.dayIn({ published, updated: null })).toBe('2019-10-31');
  });

  test.each([
    ['Vi rapporterer fra Oslo/Paris', 'oslo'],
    ['skrifar frá Porsgrunn', 'porsgrunn'],
    ['Reporting from Geneva', 'geneva'],
    ['【台灣新生報／記者蘇湘雲／台北報導】', 'taipei'],
    ['【楊大文／桃園報導】', 'taoyuan'],
    ['Tells of a journey from Geneva', undefined],
  ])('takes the place of a reporter’s line: %s', (line, place) => {
    const clean = article([text, text], [['credit', line]]);
    const { dateline } = splitDateline(clean, { profile: profileFor('en'), places, agencies });
    expect(dateline?.place?.id).toBe(place);
  });

  test.each([
    ['en', 'By Jane Roe in Washington', 'washington'],
    ['en', 'Jane Roe, correspondent in Vienna', 'vienna'],
    ['de', 'Von Erika Muster, Peking', 'beijing'],
    ['fr', 'Par Jeanne Dupont, correspondante à Moscou', 'moscow'],
    ['es', 'Juana Pérez / Madrid', 'madrid'],
    ['it', 'di Maria Rossi, Roma', 'rome'],
    ['pt', 'Maria Souza, em Brasília', 'brasilia'],
    ['nl', 'Jan de Vries, correspondent in Brussel', 'brussels'],
    ['ru', 'Ольга Иванова, Краснодар', 'krasnodar'],
    ['ru', 'Ольга Иванова, Ставропольский край', 'stavropol-krai'],
    ['uk', 'Олена Коваль, Київ', 'kyiv'],
    ['uk', 'Олена Коваль, Сумська область', 'sumy-oblast'],
    ['tr', 'Ayşe Yılmaz / ANKARA', 'ankara'],
    ['ar', 'كتب أحمد علي - القاهرة', 'cairo'],
    ['ko', '순천, 광양 구현모 기자 reporter@example.com', 'suncheon'],
    ['ko', '도쿄=김철수 특파원', 'tokyo'],
    ['en', 'Jane Roe, Paris Hilton', undefined],
    ['en', 'Home, Paris', undefined],
    ['en', 'Jane Roe in conversation with London Breed', undefined],
    ['ru', 'Ольга Иванова, Общество', undefined],
  ])('%s: reads the place of a byline: %s', (language, line, place) => {
    const clean = article([text, text], [['credit', line]]);
    const { dateline } = splitDateline(clean, { profile: profileFor(language), places, agencies });
    expect(dateline?.place?.id).toBe(place);
  });

  test('reads place and agency of a dateline that stands among the credits', () => {
    const clean = article([text, text], [['credit', 'ATLANTA January 11, 2012 (AP)']]);
    const split = splitDateline(clean, { profile: profileFor('en'), places, agencies });
    expect([split.dateline?.place?.id, ...split.agencies]).toEqual(['atlanta', 'ap']);
  });

  test.each([
    ['dateline', 'GENEVA, March 5 (Reuters)', 'geneva', ['reuters']],
    ['dateline', 'Geneva', 'geneva', []],
    ['contentlocation.name', 'Geneva', 'geneva', []],
  ])('takes the dateline that a format keeps beside the text: %s, %s', (property, value, place, sources) => {
    const clean: CleanArticle = {
      ...article([text, text]),
      statements: [{ property, value, from: 'format' }],
    };
    const split = splitDateline(clean, { profile: profileFor('en'), places, agencies });
    expect([split.dateline?.place?.id, split.agencies]).toEqual([place, sources]);
    expect(split.paragraphs).toHaveLength(2);
  });

  test('takes no heading with a day for a dateline', () => {
    const clean = article(['Startet am 1. Mai: Der Tag der Arbeit bei uns', text]);
    const split = splitDateline(clean, { profile: profileFor('de'), places, agencies });
    expect(split.dateline).toBeNull();
  });

  test.each([
    ['en', `SEDALIA, Mo. (AP) — ${text}`, 'SEDALIA'],
    ['en', `LINDI: ${text} The lake near Lindi is dry.`, 'LINDI'],
  ])('%s: takes a place of no record: %s', (language, opening, place) => {
    const split = splitDateline(article([opening, text]), {
      profile: profileFor(language),
      places,
      agencies,
    });
    expect(split.dateline?.place).toEqual({ id: null, printed: place });
  });

  test.each([
    ['fr', 'LE POINT SUR LA SITUATION - Les ministres se sont réunis lundi.'],
    ['fr', 'VIDÉO. Les ministres se sont réunis lundi.'],
    ['es', 'EN VIVO - Los ministros se reunieron el lunes.'],
    ['en', `BREAKING NEWS - ${text}`],
    ['en', `DEAR JANE: ${text} They write to Dear Jane.`],
    ['en', 'NATO - the alliance of the north - has said that it will respond.'],
    ['de', 'SRF News: Mehrere Minister trafen sich am Montag.'],
    ['en', 'Berlin. That is the word that comes to mind first.'],
    ['es', 'Madrid 2 - Barcelona 1: los ministros se reunieron el lunes.'],
    ['fr', 'Paris 1 – Lyon 2. Les ministres se sont réunis lundi.'],
    ['fr', 'Paris 1 – Lyon 2 : AFP présente ses excuses.'],
    ['en', 'Chicago 7 - A trial that changed the law.'],
    ['en', 'Berlin 21 — A conference on nothing at all.'],
    ['de', 'Berlin 3:1 – Die Minister trafen sich am Montag.'],
    ['en', 'London 24/7 - A portrait of a city that never sleeps.'],
    ['en', 'Berlin, 4-2 - Germany beat France on Monday.'],
    ['en', 'Berlin, 4 - 2 - Germany beat France on Monday.'],
    ['en', '4 - 2 - Berlin: A match that nobody saw.'],
    ['en', 'Washington, 24/7: A city that never rests.'],
    ['en', 'WASHINGTON, 24/7: A city that never rests.'],
    ['en', 'New York, 9/11 - The attacks changed the city.'],
    ['en', 'Madrid 2 Reuters 1: the match ended late on Monday.'],
    ['en', 'Madrid 2 Reuters 1: The match ended late on Monday.'],
    ['en', 'Madrid 2 - Reuters 1: The match ended late on Monday.'],
    ['en', 'Madrid 2 Reuters 1 - The match ended late on Monday.'],
    ['en', 'Madrid 2, Reuters 1. The match ended late on Monday.'],
    ['it', 'Roma 25: Il ministro ha parlato lunedì.'],
  ])('%s: takes no kicker for a place: %s', (language, opening) => {
    const split = splitDateline(article([opening, text]), {
      profile: profileFor(language),
      places,
      agencies,
    });
    expect(split.dateline).toBeNull();
  });

  test('leaves sentences alone', () => {
    for (const sentence of [
      text,
      'Mr. Weber – a baker – spoke first.',
      'Paris is a city: everybody knows it.',
    ]) {
      const split = splitDateline(article([sentence, text]), { profile: profileFor('en'), places, agencies });
      expect(split.dateline).toBeNull();
    }
  });
});

describe('credits', () => {
  test.each([
    ['zh', '来源：新华网 编辑：李四', ['xinhua']],
    ['zh', '2020-01-15 21:36　来源：新华社打印 分享到微信 字号：大 中 小', ['xinhua']],
    ['zh', '来源：海滨日报打印', ['name:海滨日报']],
    ['zh', '时间：2024-03-05来源：新华网责任编辑：李四', ['xinhua']],
    ['de', '(mit Material von dpa) / abc', ['dpa']],
    ['zh', '【海滨日報／王小明】', ['name:海滨日報']],
    ['en', 'Associated Press in Valencia', ['ap']],
    ['en', 'Source: Reuters Print', ['reuters']],
    ['ru', 'По сообщениям РИА Новости и ИТАР-ТАСС.', ['ria-novosti', 'tass']],
    ['pl', 'js, Reuters, PAP', ['reuters', 'pap']],
    ['el', 'Πηγή: ΑΠΕ-ΜΠΕ', ['ana-mpa']],
    ['de', 'SDA/sep', ['sda']],
    ['nl', 'Bron: BELGA', ['belga']],
    ['el', 'Πηγές: example2day.gr', ['name:example2day.gr']],
    ['en', 'With files from The Associated Press', ['ap']],
    ['en', 'Photo: Reuters', []],
  ])('%s: %s', (language, line, ids) => {
    expect(creditsOf(language, article([text, text], [['credit', line]]))).toEqual(ids);
  });

  test('reads closing initials and takes them off', () => {
    const clean = article([text, `${text} (APA/sda/dpa)`]);
    expect(creditsOf('de', clean)).toEqual(['apa-at', 'sda', 'dpa']);
  });

  test('does not take what somebody told an agency for a credit', () => {
    expect(creditsOf('en', article([text, 'He told Reuters that all was well in the ministry.']))).toEqual(
      [],
    );
  });

  /** Long enough a text that a line between its paragraphs stands at neither end. */
  const around = (block: Partial<SourceBlock> & Pick<SourceBlock, 'text' | 'zone'>): CleanArticle => {
    const clean = article(Array.from({ length: 12 }, () => text));
    const line = { tag: 'div', path: 'div', linkDensity: 0, datetimes: [], ...block };
    return { ...clean, blocks: clean.blocks.toSpliced(6, 0, line) };
  };

  test.each([
    ['a bare name between paragraphs', { zone: 'credit', text: 'Ammar Awad / Reuters' }],
    ['a picture’s author', { zone: 'near', text: 'AP', path: 'figure image-description__author' }],
    ['a chart’s source', { zone: 'body', text: 'Source: Reuters' }],
  ] as const)('passes over %s', (_, { zone, ...block }) => {
    expect(creditsOf('en', around({ zone: zone === 'near' ? 'credit' : zone, ...block }))).toEqual([]);
  });

  test.each([
    ['en', 'Text: Reuters', 'reuters'],
    ['zh', '采写：新华社记者 张三', 'xinhua'],
    ['zh', '撰文：中新社记者 李四', 'chinanews'],
  ])('%s: reads who wrote a text wherever a short line says so: %s', (language, line, id) => {
    expect(creditsOf(language, around({ zone: 'body', text: line }))).toEqual([id]);
  });

  test('believes a labelled source in a box set in caption type', () => {
    const clean = article([text, text]);
    const box = { zone: 'credit', tag: 'div', linkDensity: 0, datetimes: [] } as const;
    const blocks = [{ ...box, text: 'Bron: BELGA', path: 'div x_caption2 article-source' }, ...clean.blocks];
    expect(creditsOf('nl', { ...clean, blocks })).toEqual(['belga']);
  });

  test('reads a source that closes the text without a label', () => {
    expect(creditsOf('zh', article([text, text, '据《中国青年报》']))).toEqual(['china-youth-daily']);
    expect(
      creditsOf('zh', article([text, text, '据新华社报道，部长会议星期一在首都举行，没有通过决议。'])),
    ).toEqual([]);
  });

  test('takes no button of a share bar for a source', () => {
    expect(creditsOf('zh', article([text, text], [['after', '新浪微博']]))).toEqual([]);
  });

  test('survives any line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(...languages),
        (line, profile) => {
          expect(Array.isArray(creditsOf(profile.code, article([line, text], [['credit', line]])))).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('authorities', () => {
  test('hold enough records, each found by each of its names', () => {
    const kinds = new Map<string, number>();
    for (const agency of agencies.all()) {
      kinds.set(agency.kind, (kinds.get(agency.kind) ?? 0) + 1);
      for (const name of [...agency.names.values()].flat())
        expect(agencies.findByName(name)).toContain(agency.id);
    }
    expect(kinds.get('agency')).toBeGreaterThanOrEqual(150);
    expect(kinds.get('government')).toBeGreaterThanOrEqual(150);
    expect(places.all().length).toBeGreaterThanOrEqual(1000);
  });

  test('name one place alike in every script', () => {
    for (const name of ['Beijing', '北京', 'Пекин', 'بكين', 'Πεκίνο'])
      expect(places.findByName(name)[0]).toBe('beijing');
    expect(places.label('beijing', 'zh')).toBe('北京');
  });
});
