import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languages } from '../../../languages/index.ts';
import { documentOf } from '../../support/documents.ts';
import { type SearchService, startSearchService } from '../../support/search-service.ts';

/** `npm run test:long` asks for all of them; `DATELINE_FUZZED_QUERIES` for any other number. */
const COUNT = Number(
  process.env.DATELINE_FUZZED_QUERIES ?? (process.env.DATELINE_LONG_TESTS ? 100_000 : 300),
);
const AT_A_TIME = 8;
/** Of the long run, which takes an hour. */
const SAID_EACH = 5000;
const MOST_MS = COUNT * 100 + 120_000;

let service: SearchService;

beforeAll(async () => {
  const codes = languages.map(({ code }) => code);
  service = await startSearchService({ codes });
  await service.index(
    codes.map((language) => documentOf({ id: language, language, title: 'News', body: samples.join(' ') })),
  );
}, 300_000);

afterAll(() => service?.stop(), 180_000);

/** A word or two of each script. */
const samples = [
  ...['peace', 'naïve', 'Straße', 'ilçe', 'Đà', 'État', 'Łódź', 'žluť', 'știri', "l'eau", 'O’Neil'],
  ...['мир', 'переговоры', 'Київ', 'ειρήνη', 'سلام', 'الوزير', 'می‌روند', 'שלום', 'רמטכ"ל', 'शांति', 'संबंध'],
  ...[
    '和平',
    '國會',
    '颱風警報',
    'へいわ',
    'ガザ',
    '食べる',
    '한국',
    '한·미',
    'สันติภาพ',
    'น้ำ',
    'שר',
    '𠮷野',
    '２０２０年',
  ],
];

const odd = [
  ...[
    '\u0308',
    '\u0301\u0327',
    '\u05b0',
    '\u064e',
    '\u0e31',
    '\u093f',
    '\u3099',
    '\u200d',
    '\u200b',
    '\ufeff',
    '\u202e',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇫🇷',
    '☎️',
    '½',
    '№',
    '①',
    'ﬁ',
    'Ⅳ',
    '㍿',
    '\u0000',
    '\u001f',
    '\ufffd',
    '\ufdd0',
    '\u{10ffff}',
  ],
  ...[
    '\ud800',
    '\udc00',
    'a\ud83d',
    '\ude00b',
    'İ',
    'ı',
    'ß',
    'ς',
    '١٢',
    '၁',
    '́a',
    'G-7',
    'CO₂',
    'C++',
    '1,000',
  ],
];

const syntax = [
  ...[
    'AND',
    'OR',
    'NOT',
    'NEAR/3',
    'NEAR',
    '-',
    '—',
    '"',
    '«',
    '»',
    '(',
    ')',
    '*',
    '=',
    ':',
    '/',
    '\\',
    '^',
    '~',
    '[',
    '}',
  ],
  ...[
    'title:',
    'body:',
    'person:',
    'agency:(',
    'place:',
    'publisher:',
    'lang:zh',
    'date:2019',
    'date:"2019-02-30"',
    'x:y',
  ],
];

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...samples) },
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.constantFrom(...syntax) },
  // Letters of several scripts in one word, and words as long as they may be.
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...samples, ...odd), { minLength: 2, maxLength: 4 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...samples).map((part) => part.repeat(200).slice(0, 200)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
  },
);
const query = fc
  .array(fc.tuple(word, fc.constantFrom('', ' ', ' ', ' ')), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.flat().join(''));
const way = fc.constantFrom(
  ...['/v1/articles?', '/v1/articles?', '/v1/articles?match=any&', '/v1/articles?lang=ja&collapse=story&'],
  ...['/v1/articles?sort=newest&expand=none&', '/v1/suggest?', '/v1/people?', '/?'],
  ...['/v1/articles?translate=all&', '/v1/articles?translate=all&match=any&'],
);

/** Mostly one language, whose index alone is asked: all of them at once take ten times as long and find no more faults. */
const among = fc.oneof(
  { weight: 39, arbitrary: fc.constantFrom(...languages.map(({ code }) => `lang=${code}&`)) },
  { weight: 1, arbitrary: fc.constant('') },
);

/** Half a character is sent as the three bytes that some programs write for it. */
const encode = (text: string): string =>
  text
    .split(/([\ud800-\udbff][\udc00-\udfff])/)
    .map((part, at) => (at % 2 === 1 ? encodeURIComponent(part) : part.split('').map(encodeUnit).join('')))
    .join('');

const encodeUnit = (unit: string): string => {
  const code = unit.charCodeAt(0);
  if (code < 0xd800 || code > 0xdfff) return encodeURIComponent(unit);
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
    .map((byte) => `%${byte.toString(16)}`)
    .join('');
};

test(
  `${COUNT} queries of any letters and signs are answered or refused, and never fail`,
  async () => {
    const asked = fc.sample(fc.tuple(way, among, query), { numRuns: COUNT, seed: 20261130 });
    const failed: string[] = [];
    let next = 0;
    const ask = async (): Promise<void> => {
      for (let at = next++; at < asked.length; at = next++) {
        const [path = '', only = '', q = ''] = asked[at] ?? [];
        const response = await fetch(
          `${service.url}${path}${path.includes('lang=') ? '' : only}q=${encode(q)}`,
          {
            headers: { authorization: `Bearer ${service.key}` },
          },
        );
        await response.arrayBuffer();
        if (at > 0 && at % SAID_EACH === 0) process.stderr.write(`${at} asked, ${failed.length} failed\n`);
        if (response.status >= 500 || response.status === 429)
          failed.push(`${response.status} ${path}${only} ${JSON.stringify(q)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, ask));
    expect(failed).toEqual([]);
  },
  MOST_MS,
);
