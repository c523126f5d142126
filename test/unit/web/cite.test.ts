import { expect, test } from '@jest/globals';
import { interfaceIn } from '../../../api/messages/index.ts';
import { summarize } from '../../../api/search/hit.ts';
import { type Cited, citedOf, formatCitation, writeBibtex, writeRis } from '../../../api/web/cite.ts';
import { loadAgencies } from '../../../authorities/agencies/index.ts';
import { peopleOf } from '../../../authorities/people/index.ts';
import { loadPlaces } from '../../../authorities/places/index.ts';
import { loadPublishers } from '../../../authorities/publishers/index.ts';
import { documentOf } from '../../support/documents.ts';

const agencies = loadAgencies();
const authorities = {
  agencies,
  people: peopleOf([]),
  places: loadPlaces(),
  publishers: loadPublishers(agencies),
};

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

/** Each ends a line for some reader. */
const breaks = ['\n', '\r', '\v', '\f', '\u0000', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029'];

test.each(breaks.map((sign) => [JSON.stringify(sign), sign]))(
  '%s starts no line of its own',
  (_name, sign) => {
    const text = `Talks${sign}ER  - `;
    const odd = {
      ...cited,
      title: text,
      source: text,
      authors: [text],
      language: text,
      url: `https://a.example/${text}`,
    };
    for (const written of [writeRis(odd).replaceAll('\r\n', ''), writeBibtex(odd).replaceAll('\n', '')]) {
      expect(written).toContain('Talks ER');
      expect(written).not.toContain(sign);
    }
  },
);

test.each([
  ['https://tass.example/1', 'https://tass.example/1'],
  ['javascript:alert(1)', 'https://search.example/articles/1'],
  ['data:text/html,x', 'https://search.example/articles/1'],
  ['not an address', 'https://search.example/articles/1'],
])('of %s, a citation names %s', (url, named) => {
  const article = summarize(documentOf({ id: '1', url }), { language: 'en' }, authorities);
  const { site } = interfaceIn('en');
  expect(citedOf(article, { site, origin: 'https://search.example', now: new Date(0) }).url).toBe(named);
});
