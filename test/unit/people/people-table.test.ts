import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { editPeople, type PersonRecord, peopleOf } from '../../../authorities/people/index.ts';
import { loadPeopleTable } from '../../../authorities/people/load-table.ts';
import { nameTokens } from '../../../authorities/people/matching/normalize-name.ts';
import { type PersonEdit, personRecord } from '../../../authorities/people/person-edit.ts';
import { nameKinds } from '../../../authorities/people/record.ts';
import { BrokenTable } from '../../../authorities/people/table/layout.ts';
import { openPeopleTable } from '../../../authorities/people/table/read-table.ts';
import { packRecord, unpackRecord } from '../../../authorities/people/table/record-text.ts';
import { writePeopleTable } from '../../../authorities/people/table/write-table.ts';
import { createSharedTables } from '../../../domain/shared-tables.ts';
import { buildPeopleTable } from '../../../scripts/people/build.ts';

const syllables = ['la', 'vrov', 'мер', 'кель', '王', '毅', 'ser', 'gei', 'ón', 'خا', 'ナ'];
const words = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(''));
const form = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const name = fc.record({
  form,
  language: fc.constantFrom('en', 'ru', 'zh-hant', 'mul'),
  kind: fc.constantFrom(...nameKinds),
});
const year = fc.option(fc.integer({ min: 1900, max: 2030 }));
const role = fc.record({
  office: fc.constantFrom('PM', 'FM'),
  country: fc.option(fc.constant('FR')),
  from: year,
  to: year,
});
const person = fc.record({
  id: fc.integer({ min: 1, max: 1e6 }).map((number) => `Q${number}`),
  country: fc.option(fc.constantFrom('CN', 'RU')),
  names: fc.array(name, { minLength: 1, maxLength: 6 }),
  roles: fc.array(role, { maxLength: 3 }),
});
const persons = fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 30 });

describe('a table', () => {
  test('gives every record back as it was', () => {
    fc.assert(
      fc.property(persons, (records) => {
        const table = openPeopleTable(writePeopleTable(records));
        for (const record of records) {
          expect(table.get(record.id)).toEqual(record);
          expect(unpackRecord(packRecord(record))).toEqual(record);
        }
        expect(table.size).toBe(records.length);
        expect(table.get('Q0')).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test('finds whoever bears a name, and no others', () => {
    fc.assert(
      fc.property(persons, form, (records, sought) => {
        const bears = ({ names }: PersonRecord): boolean =>
          names.some((each) => nameTokens(each.form).join('') === nameTokens(sought).join(''));
        const exact = peopleOf(records)
          .findByName(sought)
          .filter(({ how }) => how === 'exact');
        expect(exact.map(({ id }) => id).sort()).toEqual(
          records
            .filter(bears)
            .map(({ id }) => id)
            .sort(),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('finds by the beginning of any of the first words, the most named first', () => {
    fc.assert(
      fc.property(persons, words, fc.integer({ min: 1, max: 40 }), (records, typed, most) => {
        const folded = nameTokens(typed).join(' ');
        const begins = records.filter(({ names }) =>
          names.some(({ form: each }) => {
            const tokens = nameTokens(each);
            return tokens.some((_, at) => at < 4 && tokens.slice(at).join(' ').startsWith(folded));
          }),
        );
        const wanted = [...begins].sort((one, other) => other.names.length - one.names.length);
        const found = [...peopleOf(records).findByBeginning(typed, most).keys()];
        const fame = (id: string): number => records.find((each) => each.id === id)?.names.length ?? 0;
        expect(found.map(fame)).toEqual(wanted.slice(0, most).map(({ names }) => names.length));
        expect(found.every((id) => begins.some((each) => each.id === id))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('puts the best known of many namesakes first, and bounds their number', () => {
    const records = Array.from({ length: 200 }, (_, at) => ({
      id: `Q${at + 1}`,
      country: null,
      roles: [],
      names: Array.from({ length: at === 150 ? 3 : 1 }, (__, index) => ({
        form: index === 0 ? 'Juan Pérez' : `Juan Pérez ${index}`,
        language: 'es',
        kind: 'official' as const,
      })),
    }));
    const found = peopleOf(records).findByName('juan perez');
    expect(found).toHaveLength(50);
    expect(found[0]?.id).toBe('Q151');
  });

  test('gives as many as are wanted where each fills many places with forms', () => {
    const records = Array.from({ length: 60 }, (_, at) => ({
      id: `Q${at + 1}`,
      country: null,
      roles: [],
      names: Array.from({ length: 8 }, (__, index) => ({
        form: `Alma ${'abcdefgh'[index]} Person ${at}`,
        language: 'en',
        kind: 'alias' as const,
      })),
    }));
    const table = openPeopleTable(writePeopleTable(records));
    expect([...table.beginning('alma', 5).keys()]).toEqual([0, 1, 2, 3, 4]);
  });

  test('is refused where it is none, cut off, or of another version', () => {
    const bytes = writePeopleTable([]);
    expect(() => openPeopleTable(new Uint8Array(10))).toThrow(BrokenTable);
    expect(() => openPeopleTable(new Uint8Array(1000))).toThrow('not a table of persons');
    expect(() => openPeopleTable(new Uint8Array(bytes.slice(0, -8)))).toThrow('bytes long');
    const other = new Uint8Array(bytes);
    other[4] = 99;
    expect(() => openPeopleTable(other)).toThrow('build it again');
  });
});

test('edits hide what they change, whichever table it stands in', () => {
  const record = (id: string, text: string): PersonRecord => ({
    id,
    country: null,
    roles: [],
    names: [{ form: text, language: 'en', kind: 'official' }],
  });
  const table = openPeopleTable(writePeopleTable([record('Q1', 'Ada Alpha'), record('Q2', 'Ada Beta')]));
  const edit = (value: PersonEdit, number = 1) => ({ number, edit: value });
  const merged = editPeople(table, [edit({ action: 'merge', from: 'Q2', into: 'Q1' })]);
  expect(merged.findByName('Ada Beta')).toMatchObject([{ id: 'Q1' }]);
  expect([...merged.findByBeginning('ada', 10).keys()]).toEqual(['Q1']);
  expect(merged.size).toBe(1);
  const imported = editPeople(table, [
    edit({ action: 'import', records: [personRecord.parse(record('Q3', 'Ada Gamma'))] }),
  ]);
  expect([...imported.findByBeginning('ada', 10).keys()].sort()).toEqual(['Q1', 'Q2', 'Q3']);
  expect(imported.size).toBe(3);
});

describe('the command that builds a table', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'people-table-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('joins files to the shipped persons; threads read the result at one place', async () => {
    const [file, out] = [join(folder, 'people.ndjson'), join(folder, 'people.table')];
    writeFileSync(file, '{"id":"Q900000001","labels":{"en":"Zebulon Harrington"}}\n');
    const { people, bytes } = await buildPeopleTable(out, [file]);
    expect(readFileSync(out)).toHaveLength(bytes);
    const tables = createSharedTables();
    const table = loadPeopleTable(tables, out);
    expect(table.size).toBe(people);
    expect(table.get('Q900000001')?.names[0]?.form).toBe('Zebulon Harrington');
    const [shared] = tables.made().values();
    expect(shared?.byteLength).toBe(bytes);
    const again = createSharedTables(tables.made());
    expect(loadPeopleTable(again, out).size).toBe(people);
    expect([...again.made().values()][0]).toBe(shared);
  });

  test('names a broken line and writes nothing', async () => {
    const [file, out] = [join(folder, 'broken.ndjson'), join(folder, 'none.table')];
    writeFileSync(file, '{"id":"Q1","labels":{"en":"A B"}}\n{"id":7}\n');
    await expect(buildPeopleTable(out, [file])).rejects.toThrow('line 2');
    expect(() => readFileSync(out)).toThrow();
    await expect(buildPeopleTable(out, [join(folder, 'absent')])).rejects.toThrow('ENOENT');
  });
});
