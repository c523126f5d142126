import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPeople } from '../../../authorities/people/index.ts';
import { loadPeopleRecognizer } from '../../../chain/enrich/people/index.ts';

const recognizer = loadPeopleRecognizer(loadPeople());

/** Each person with the stretches that name them, as an article of this body alone. */
const read = (language: string, script: string, body: string): Record<string, string[]> =>
  Object.fromEntries(
    recognizer
      .recognize({ title: '', body, language, script })
      .map(({ name, mentions }) => [name, mentions.map(({ start, end }) => body.slice(start, end))]),
  );

describe('persons in ten languages', () => {
  test('English: surname, title and possessive', () => {
    expect(
      read(
        'en',
        'Latn',
        'President Maria Johnson met Foreign Minister David Miller on Monday. Johnson said she would visit Paris. Mr. Miller thanked Johnson.',
      ),
    ).toEqual({
      'Maria Johnson': ['Maria Johnson', 'Johnson', 'Johnson'],
      'David Miller': ['David Miller', 'Miller'],
    });
  });

  test.each([
    [
      'de',
      'Latn',
      'Außenminister Thomas Weber traf am Montag in Berlin die Präsidentin Anna Schmidt.',
      ['Thomas Weber', 'Anna Schmidt'],
    ],
    [
      'es',
      'Latn',
      'El presidente Carlos Romero se reunió en Madrid con la ministra Ana Torres.',
      ['Carlos Romero', 'Ana Torres'],
    ],
    [
      'fr',
      'Latn',
      'Le président Jean Moreau a rencontré à Paris la ministre Claire Bernard.',
      ['Jean Moreau', 'Claire Bernard'],
    ],
    [
      'pt',
      'Latn',
      'O presidente João Pereira recebeu em Lisboa a ministra Maria Costa.',
      ['João Pereira', 'Maria Costa'],
    ],
    [
      'ru',
      'Cyrl',
      'Президент Николай Петров встретился в Москве с министром Ольгой Смирновой.',
      ['Николай Петров', 'Ольгой Смирновой'],
    ],
    ['zh', 'Hans', '外交部长王建国十日在北京会见法国总统。', ['王建国']],
    ['ja', 'Jpan', '外務省は13日、田中太郎外相が東京で会談したと発表した。', ['田中太郎']],
    ['ko', 'Kore', '김철수 대통령은 15일 서울에서 박영희 장관을 만났다.', ['김철수', '박영희']],
    ['ar', 'Arab', 'قال وزير الخارجية محمد الهاشمي اليوم في تونس إن الحوار مستمر.', ['محمد الهاشمي']],
  ])('%s: the people of one sentence and nobody else', (language, script, body, names) => {
    expect(Object.keys(read(language, script, body))).toEqual(names);
  });

  test('a role is kept beside the name, not in it', () => {
    const [person] = recognizer.recognize({
      title: '',
      body: 'On Friday Prime Minister Robert Clark arrived in Geneva.',
      language: 'en',
      script: 'Latn',
    });
    expect(person).toMatchObject({ name: 'Robert Clark', roles: ['Prime Minister'] });
  });

  test('a headline hears what the text says', () => {
    const people = recognizer.recognize({
      title: 'Johnson arrives in Paris',
      body: 'President Maria Johnson arrived in Paris on Tuesday.',
      language: 'en',
      script: 'Latn',
    });
    expect(people.map(({ name, mentions }) => [name, mentions.map(({ field }) => field)])).toEqual([
      ['Maria Johnson', ['title', 'body']],
    ]);
  });
});

describe('bad input', () => {
  const scripts = 'Latn Latn Latn Latn Latn Cyrl Arab Arab Hans Jpan Kore Grek Thai Zzzz'.split(' ');
  const codes = 'en de fr es pl ru ar fa zh ja ko el th und'.split(' ');

  test('any text gives spans inside it, in order, that do not overlap', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'Maria Johnson',
        '\u200b',
        '\u202e',
        'MINISTER JOHN SMITH',
        'President Johnson',
        'USA-Kenner',
        'Anna S. und',
        'Fundación',
        'Kim Jong-un',
        '田中太郎(たなか)氏',
        '노철수ㆍ문영희 전',
        'ع ب م',
        '王毅',
        'ـــ',
        '\ud800',
        'Лaврoв',
        '\n',
        '. ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(codes.length - 1), (pieces, which) => {
        const body = pieces.join(' ');
        const title = pieces[0] ?? '';
        const people = recognizer.recognize({
          title,
          body,
          language: codes[which] ?? '',
          script: scripts[which] ?? '',
        });
        for (const { name, mentions } of people) {
          expect(name).not.toBe('');
          for (const { field, start, end } of mentions) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual((field === 'title' ? title : body).length);
          }
        }
        const all = people.flatMap(({ mentions }) => mentions).filter(({ field }) => field === 'body');
        all.sort((one, other) => one.start - other.start);
        for (const [at, { end }] of all.entries())
          expect(all[at + 1]?.start ?? end).toBeGreaterThanOrEqual(end);
      }),
      { numRuns: 300 },
    );
  });

  test('a name of 500 characters and a table of 5,000 names come back', () => {
    const long = `President ${'Johnson'.repeat(72)} spoke.`;
    expect(() => read('en', 'Latn', long)).not.toThrow();
    const table = Array.from(
      { length: 5000 },
      (_, n) => `Maria Johnson${String.fromCharCode(97 + (n % 26))}${n % 97}, minister`,
    );
    expect(() => read('en', 'Latn', table.join('\n'))).not.toThrow();
    const han = Array.from({ length: 5000 }, (_, n) => `王${String.fromCharCode(0x5b50 + (n % 500))}明部长`);
    expect(() => read('zh', 'Hans', han.join('，'))).not.toThrow();
  });
});
