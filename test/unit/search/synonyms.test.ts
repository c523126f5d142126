import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { expandSynonyms, parseSynonyms, watchSynonyms } from '../../../api/search/synonyms.ts';

const groups = parseSynonyms(
  '# comment\nUN, United Nations\nWHO, World Health Organization\n联合国, UN\nalone\n',
);
const expanded = (query: string): readonly string[] =>
  expandSynonyms(query, groups).map(({ query: one }) => one);

describe('synonyms', () => {
  test('both ways', () => {
    expect(expanded('UN reform')).toContain('United Nations reform');
    expect(expanded('the united nations reform')).toEqual(['the UN reform']);
  });
  test('abbreviations count in capitals only', () => {
    expect(expanded('who won')).toEqual([]);
    expect(expanded('WHO chief')).toEqual(['World Health Organization chief']);
  });
  test('only whole words', () => {
    expect(expanded('UNESCO')).toEqual([]);
  });
  test('without spaces anywhere', () => {
    expect(expanded('在联合国讲话')).toEqual(['在UN讲话']);
  });
  test('the shipped files hold something in each language', () => {
    const shipped = watchSynonyms(join(import.meta.dirname, '../../../languages/synonyms'));
    expect(shipped.expand('ООН').map(({ query }) => query)).toContain('Организация Объединённых Наций');
    expect(shipped.expand('外長').length + shipped.expand('外长').length).toBeGreaterThan(0);
  });
  test('an edited file is read anew, a new one taken in, while the service runs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-synonyms-'));
    let now = 0;
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      utimesSync(join(folder, name), now, now + 1);
    };
    write('en.txt', 'UN, United Nations\n');
    const watched = watchSynonyms(folder, () => now * 1000);
    const of = (query: string) => watched.expand(query).map(({ query: one }) => one);
    expect(of('UN')).toEqual(['United Nations']);
    now += 10;
    write('en.txt', 'UN, Nations United\n');
    write('eo.txt', 'UN, Unuiĝintaj Nacioj\n');
    expect(of('UN')).toEqual(['Nations United', 'Unuiĝintaj Nacioj']);
    rmSync(folder, { recursive: true });
    now += 10;
    expect(of('UN')).toEqual(['Nations United', 'Unuiĝintaj Nacioj']);
  });
});
