import { expect, test } from '@jest/globals';
import { LineCounts } from '../../../lab/evaluate/pages/lines.ts';
import type { MarkedPage } from '../../../lab/evaluate/pages/pages.ts';

const page: MarkedPage = {
  set: 'own',
  id: 'page',
  html: `<ul><li>Home of the council</li></ul><p>The council met on Monday.</p>
    <ul><li>new lamps on the square</li><li>a path to the school</li></ul>
    <blockquote><p>We have waited for years.</p></blockquote><table><tr><td>library opens at nine</td></tr></table>`,
  text: 'The council met on Monday.\nnew lamps on the square\na path to the school\nWe have waited for years.\nlibrary opens at nine',
  title: null,
  url: null,
  host: 'own',
  language: 'en',
  titled: false,
  firstLine: 'The council met on Monday.',
  lastLine: 'library opens at nine',
  furniture: ['Home of the council', 'Print this page'],
};

test('counts the lines of lists, quotations and cells, the ends of the text and what must stay out', () => {
  const counts = new LineCounts();
  counts.add(page, 'The council met on Monday.\nnew lamps on the square\nHome of the council');
  expect(Object.fromEntries(counts.shares())).toEqual({
    li: 0.5,
    quotes: 0,
    cells: 0,
    first_line: 1,
    last_line: 0,
    furniture: 0.5,
  });
});
