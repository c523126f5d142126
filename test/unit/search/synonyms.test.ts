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
});
