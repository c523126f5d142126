import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createEditedAuthority } from '../../../authorities/people/edited.ts';
import { checkEdits } from '../../../authorities/people/edits.ts';
import { BrokenImport, readImport } from '../../../authorities/people/import-wikidata.ts';
import { editPeople, loadPeople } from '../../../authorities/people/index.ts';
import { loadPeopleTable } from '../../../authorities/people/load-table.ts';
import { foldHomoglyphs } from '../../../authorities/people/matching/homoglyphs.ts';
import { nameTokens, normalizeName } from '../../../authorities/people/matching/normalize-name.ts';
import { loadTransliterator } from '../../../authorities/people/matching/transliteration.ts';
import { ImpossibleEdit, type NumberedEdit, personEdit } from '../../../authorities/people/person-edit.ts';
import { BrokenRecord, readRecords } from '../../../authorities/people/read-records.ts';
import { readShippedRecords } from '../../../authorities/people/record-files.ts';
import { loadPersonLinker } from '../../../chain/enrich/link-people.ts';

const people = loadPeople();

describe('the shipped records', () => {
  const records = readShippedRecords();

  test('hold every id once, and sane years', () => {
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    for (const { roles } of records)
      for (const { from, to } of roles) {
        expect(from ?? 2000).toBeGreaterThan(1900);
        expect(to ?? 2000).toBeLessThan(2040);
      }
  });

  test.each([
    ['ru', /^[\p{Script=Cyrillic}\p{P}\p{Zs}IVX]+$/u],
    ['ar', /^[\p{Script=Arabic}\p{M}\p{P}\p{Zs}]+$/u],
    ['zh', /^[\p{Script=Han}·\-\d\p{Lu}]+$/u],
    ['ko', /^[\p{Script=Hangul}\p{Zs}A-Z.\d]+$/u],
  ])('write %s in its script', (language, script) => {
    const wrong = records
      .filter(({ id }) => id.startsWith('dl:'))
      .flatMap(({ names }) => names)
      .filter((name) => name.language === language && !script.test(name.form.replace(/[*_]/g, '')));
    expect(wrong).toEqual([]);
  });
});

describe('a person', () => {
  const [best] = people.findByName('Sergei Lavrov');

  test.each([
    'Sergey Lavrov',
    'LAVROV Sergei',
    'Сергей Лавров',
    'Лавров',
    'Лaвров',
    'Сер\u200bгей Лавров',
    'Сергея Лаврова',
    '拉夫罗夫',
    '谢尔盖·拉夫罗夫',
    'سيرغي لافروف',
    'سِيرغي لافروف',
    'セルゲイ・ラブロフ',
    '세르게이 라브로프',
    '\u202eSergei Lavrov\u202c',
  ])('is found as %s', (name) => {
    expect(best?.id).toContain('lavrov');
    expect(people.findByName(name)[0]?.id).toBe(best?.id);
  });

  test.each(['Wang Yi', 'WANG Yi', 'Yi Wang', '王毅', 'Ван И', 'وانغ يي', '왕이'])(
    'Wang Yi is found as %s',
    (name) => {
      expect(people.findByName(name)[0]?.id).toBe('dl:wang-yi');
    },
  );

  test.each([
    ['安倍晉三', 'dl:shinzo-abe'],
    ['习近平', 'dl:xi-jinping'],
    ['習近平', 'dl:xi-jinping'],
    ['內塔尼亞胡', 'dl:benjamin-netanyahu'],
    ['澤連斯基', 'dl:volodymyr-zelenskyy'],
    ['沢連斯基', 'dl:volodymyr-zelenskyy'],
  ])('is found in traditional and in simplified characters: %s', (name, id) => {
    expect(people.findByLetters(name)[0]?.id).toBe(id);
  });

  test('has a label in the reader’s language', () => {
    expect(people.label(best?.id ?? '', 'ru')).toBe('Сергей Лавров');
    expect(people.label(best?.id ?? '', 'zh-Hant')).toContain('拉夫罗夫');
    expect(people.label('nobody', 'en')).toBeNull();
  });
});

describe('any text', () => {
  test('is looked up without fail, and normalised the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        expect(Array.isArray(people.findByName(text))).toBe(true);
        const once = normalizeName(text);
        expect(once.length).toBeLessThan(500);
        if (text.length > 200) expect(nameTokens(text)).toEqual([]);
      }),
    );
  });

  test('that is longer in its compatibility form is bounded in that form', () => {
    // A whole phrase in one character.
    expect(normalizeName('\ufdfa'.repeat(5)).length).toBeGreaterThan(80);
    expect(normalizeName('\ufdfa'.repeat(200))).toBe('');
  });

  test('of one script keeps its letters', () => {
    expect(foldHomoglyphs('Мама')).toBe('Мама');
    expect(foldHomoglyphs('Лaвров')).toBe('Лавров');
  });
});

describe('the linker', () => {
  const linker = loadPersonLinker(people);
  const context = { language: 'en', date: '2019-12-20', title: '', body: '', countries: [] };
  const named = (name: string, roles: string[] = []) => ({ name, mentions: [], roles });

  test('links a full name, and a surname with an office', () => {
    expect(linker.link([named('Wang Yi')], context)[0]).toMatchObject({ id: 'dl:wang-yi', linked: true });
    expect(linker.link([named('Lavrov', ['Russian Foreign Minister'])], context)[0]?.linked).toBe(true);
  });

  test('leaves what is uncertain an id of its own', () => {
    expect(linker.link([named('Ivan Nobody')], context)[0]).toMatchObject({
      id: 'name:ivan nobody',
      linked: false,
    });
    expect(linker.link([named('Brown')], { ...context, date: null })[0]?.linked).toBe(false);
  });
});

describe('record files and imports', () => {
  test.each([
    ['id\ten\nX1\tSomebody', 2],
    ['id\tcountry\troles\ten\nQ1\tFR\tKING 1\tSomebody', 2],
    ['id\tcountry\troles\ten\nQ1\tFR\tPM 2010-2000\tSomebody', 2],
    ['name\nQ1', 1],
  ])('name the broken line of %j', (text, line) => {
    try {
      readRecords('some.tsv', text);
      throw new Error('was read');
    } catch (error) {
      expect(error).toBeInstanceOf(BrokenRecord);
      expect((error as BrokenRecord).line).toBe(line);
    }
  });

  test('import all or nothing', () => {
    const good = '{"id":"Q900000001","labels":{"en":"Somebody New"},"aliases":{"ru":["Некто Новый"]}}';
    expect(readImport(good)).toHaveLength(1);
    expect(() => readImport(`${good}\n${good}`)).toThrow(BrokenImport);
    expect(() => readImport(`${good}\nnonsense`)).toThrow('line 2');
    expect(() => readImport(`{"id":"Q2","labels":{"en":"${'x'.repeat(500)}"}}`)).toThrow('line 1');
    for (const sign of ['\ufffd', '\u202e', '\u0007', '\u2066'])
      expect(() =>
        readImport(`${good}\n${JSON.stringify({ id: 'Q2', labels: { en: `Ada ${sign}Beta` } })}`),
      ).toThrow(/line 2.*cannot be printed/s);
    expect(readImport(JSON.stringify({ id: 'Q2', labels: { fa: 'علی\u200cرضا' } }))).toHaveLength(1);
  });
});

describe('initials before or behind a surname', () => {
  test.each([
    ['С. Лавров', 'dl:sergei-lavrov'],
    ['Лавров С.В.', 'dl:sergei-lavrov'],
    ['Д.А. Медведева', 'dl:dmitry-medvedev'],
    ['J.-Y. Le Drian', 'dl:jean-yves-le-drian'],
    ['Yu. Tymoshenko', 'dl:yulia-tymoshenko'],
    ['G. W. Bush', 'dl:george-w-bush'],
  ])('find the one who bears them: %s', (name, id) => {
    expect(people.findByName(name)).toEqual([{ id, how: 'initials', score: 0.8 }]);
  });

  test('find nobody of another given name, and are no titles', () => {
    expect(people.findByLetters('K. Lavrov')).toEqual([]);
    expect(people.findByLetters('Mr. Lavrov')).toEqual([]);
    expect(people.findByLetters(`${'A.'.repeat(200)} Lavrov`)).toEqual([]);
  });
});

test('a given name finds whom it is customary to call so, and never beyond doubt', () => {
  for (const [name, id] of [
    ['Тамим', 'dl:tamim-bin-hamad-al-thani'],
    ['Phuc', 'dl:nguyen-xuan-phuc'],
    ['Katrín', 'dl:katrin-jakobsdottir'],
  ] as const)
    expect(people.findByName(name)[0]).toEqual({ id, how: 'given', score: 0.45 });
  expect(people.findByName('Angela').map(({ id }) => id)).not.toContain('dl:angela-merkel');
});

describe('edits', () => {
  const shipped = loadPeopleTable();
  const merge = { number: 1, edit: { action: 'merge', from: 'dl:qin-gang', into: 'dl:wang-yi' } } as const;

  test('a merged id leads on, and an undo brings it back', () => {
    const merged = editPeople(shipped, [merge]);
    expect(merged.get('dl:qin-gang')?.id).toBe('dl:wang-yi');
    expect(merged.findByName('Qin Gang')[0]?.id).toBe('dl:wang-yi');
    const undone = editPeople(shipped, [merge, { number: 2, edit: { action: 'undo', edit: 1 } }]);
    expect(undone.get('dl:qin-gang')?.id).toBe('dl:qin-gang');
  });

  test('of a merged id say where it leads, and an import of one adds to the survivor', () => {
    const name = { form: 'Zebulon Harrington', language: 'en', kind: 'official' } as const;
    const alias = { number: 2, edit: { action: 'alias', id: 'dl:qin-gang', name } } as const;
    expect(() => checkEdits(shipped, [merge], [alias])).toThrow('dl:qin-gang was merged into dl:wang-yi');
    const record = { id: 'dl:qin-gang', country: null, names: [name], roles: [] };
    const imported = { number: 2, edit: personEdit.parse({ action: 'import', records: [record] }) };
    expect(
      editPeople(shipped, [merge, imported])
        .findByName(name.form)
        .map(({ id }) => id),
    ).toEqual(['dl:wang-yi']);
  });

  test('a split gives names away, and refuses to take all', () => {
    const split = (names: string[]) => [
      { number: 1, edit: { action: 'split' as const, id: 'dl:wang-yi', to: 'dl:other', names } },
    ];
    expect(editPeople(shipped, split(['Ван И'])).findByName('Ван И')[0]?.id).toBe('dl:other');
    expect(() => checkEdits(shipped, [], split(['Nobody']))).toThrow(ImpossibleEdit);
  });

  test('of what does not stand before are no undo: it would hit whatever comes to stand there', () => {
    const undo = (edit: number) => ({ number: 2, edit: { action: 'undo' as const, edit } });
    for (const edit of [2, 3, 900])
      expect(() => checkEdits(shipped, [merge], [undo(edit)])).toThrow(ImpossibleEdit);
  });

  test('that stand in the log but fit nothing are left out, and hold up no others', () => {
    const name = (form: string) => ({ form, language: 'en', kind: 'alias' });
    const authority = createEditedAuthority(shipped);
    const leftOut = authority.apply([
      { number: 1, value: { action: 'undo', edit: 7 } },
      { number: 2, value: { action: 'alias', id: 'dl:nobody-at-all', name: name('Nobody') } },
      { number: 3, value: { action: 'alias', id: 'dl:wang-yi', name: name('Wang\u202e Yi Mallory') } },
    ]);
    expect(leftOut).toEqual([{ number: 2, why: 'no person has the id dl:nobody-at-all' }]);
    expect(authority.people.get('dl:wang-yi')?.names.at(-1)?.form).toContain('Mallory');
    expect(
      personEdit.safeParse({ action: 'alias', id: 'dl:wang-yi', name: name('Wang\u202e Yi') }),
    ).toMatchObject({ success: false });
  });

  test('an undo that takes away what a later edit is about is refused; from the log it is told', () => {
    const names = [{ form: 'Zebulon Harrington', language: 'en', kind: 'official' }];
    const records = [{ id: 'x:new', country: null, names, roles: [] }];
    const log = [
      { action: 'import', records },
      { action: 'merge', from: 'dl:qin-gang', into: 'x:new' },
      { action: 'undo', edit: 1 },
      { action: 'undo', edit: 3 },
      { action: 'undo', edit: 4 },
    ].map((value, index) => ({ number: index + 1, value }));
    const numbered = log.map(({ number, value }) => ({ number, edit: personEdit.parse(value) }));
    expect(() => checkEdits(shipped, numbered.slice(0, 2), numbered.slice(2, 3))).toThrow(
      new ImpossibleEdit('edit 2 would no longer apply: no person has the id x:new'),
    );
    // With the merge taken back first nothing is left that the undo could break.
    const both = [2, 1].map((edit, at) => ({ number: at + 3, edit: { action: 'undo' as const, edit } }));
    expect(() => checkEdits(shipped, numbered.slice(0, 2), both)).not.toThrow();
    const authority = createEditedAuthority(shipped);
    const broken = [{ number: 2, why: 'no person has the id x:new' }];
    const told = log.map((entry) => authority.apply([entry]));
    expect(told).toEqual([[], [], broken, [], broken]);
    expect(authority.apply([{ number: 6, value: { action: 'undo', edit: 900 } }])).toEqual([]);
  });

  test('an import of several entries counts as a whole, and is undone as one', () => {
    const part = (number: number) => ({
      number,
      edit: personEdit.parse({
        action: 'import',
        records: [
          {
            id: `Q90000000${number}`,
            country: null,
            roles: [],
            names: [{ form: `Zebulon Harrington ${'I'.repeat(number)}`, language: 'en', kind: 'official' }],
          },
        ],
        batch: { id: 'one file', parts: 2 },
      }),
    });
    const known = (edits: readonly NumberedEdit[]) =>
      ['Q900000001', 'Q900000002'].map((id) => editPeople(shipped, edits).get(id) !== null);
    expect(known([part(1)])).toEqual([false, false]);
    expect(known([part(1), part(2)])).toEqual([true, true]);
    const undo = { number: 3, edit: { action: 'undo' as const, edit: 2 } };
    expect(known([part(1), part(2), undo])).toEqual([false, false]);
  });
});

test('sounds tell a counterpart from another name', () => {
  for (const [language, right, wrong] of [
    ['ru', 'лавров', 'медведев'],
    ['zh', '拉夫罗夫', '默克尔'],
    ['ar', 'لافروف', 'ميركل'],
    ['ja', 'ラブロフ', 'メルケル'],
    ['ko', '라브로프', '메르켈'],
    ['he', 'לברוב', 'מרקל'],
  ] as const) {
    const judge = loadTransliterator(language);
    expect(judge?.score('lavrov', right)).toBeGreaterThan(judge?.score('lavrov', wrong) ?? 0);
  }
});
