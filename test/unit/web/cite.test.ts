import { expect, test } from '@jest/globals';
import { type Cited, formatCitation, writeBibtex, writeRis } from '../../../api/web/cite.ts';

const cited: Cited = {
  id: 'tass:1/2',
  title: 'Talks {50 %} & more\nto come',
  source: 'TASS',
  authors: ['A. Ivanov', 'B. Petrov'],
  date: '2024-05-01',
  url: 'https://tass.example/1',
  language: 'en',
  accessed: '2024-06-01',
};

test('a citation names who, what, where and when; what is not known is left out', () => {
  expect(formatCitation({ ...cited, title: 'Talks' })).toBe(
    'A. Ivanov, B. Petrov. “Talks”. TASS, 2024-05-01. https://tass.example/1 (2024-06-01).',
  );
  expect(formatCitation({ ...cited, title: 'Talks', authors: [], source: '', date: '' })).toBe(
    '“Talks”. https://tass.example/1 (2024-06-01).',
  );
});

test('BibTeX is one entry whatever a title holds', () => {
  const written = writeBibtex(cited);
  expect(written).toContain('title = {{Talks 50 \\% \\& more to come}}');
  expect(written).toContain('author = {{A. Ivanov} and {B. Petrov}}');
  expect(written).toMatch(/^@online\{tass-1-2,\n/);
  expect([...written].filter((sign) => sign === '{').length).toBe(
    [...written].filter((sign) => sign === '}').length,
  );
});

test('RIS is lines of tags that end with ER', () => {
  const lines = writeRis(cited).split('\r\n');
  expect(lines[0]).toBe('TY  - NEWS');
  expect(lines.filter((line) => line.startsWith('AU'))).toEqual(['AU  - A. Ivanov', 'AU  - B. Petrov']);
  expect(lines.slice(-2)).toEqual(['ER  - ', '']);
});
