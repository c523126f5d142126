import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadPeople } from '../../../authorities/people/index.ts';
import { untitled } from '../../../authorities/people/untitled.ts';

const people = loadPeople();

const bearers =
  /Lavrov|Лавров|Blinken|王毅|박근혜|拉夫罗夫|プーチン|Obama|Merkel|Park Geun-hye|Путин|Macron|Putin/u;

test.each([
  ['Foreign Minister Lavrov', 'dl:sergei-lavrov'],
  ['Mr. Lavrov', 'dl:sergei-lavrov'],
  ['Lavrov’s', 'dl:sergei-lavrov'],
  ['U.S. Secretary of State Blinken', 'dl:antony-blinken'],
  ['министр Лавров', 'dl:sergei-lavrov'],
  ['王毅外长', 'dl:wang-yi'],
  ['외교장관 박근혜', 'dl:park-geun-hye'],
  ['박근혜 대통령', 'dl:park-geun-hye'],
  ['俄罗斯外交部长拉夫罗夫', 'dl:sergei-lavrov'],
  ['プーチン大統領', 'dl:vladimir-putin'],
  ['Russian Foreign Minister Lavrov', 'dl:sergei-lavrov'],
  ['former US President Obama', 'dl:barack-obama'],
  ['Germany’s Chancellor Merkel', 'dl:angela-merkel'],
  ['South Korean President Park Geun-hye', 'dl:park-geun-hye'],
  ['министр иностранных дел РФ Лавров', 'dl:sergei-lavrov'],
  ['президент России Путин', 'dl:vladimir-putin'],
  ['le président français Macron', 'dl:emmanuel-macron'],
  ['presidente de Rusia Putin', 'dl:vladimir-putin'],
])('a title beside a name is put aside: %s', (name, id) => {
  expect(people.findByName(name)[0]?.id).toBe(id);
  expect(people.findByName(name.replace(bearers, ''))).toEqual([]);
});

test.each([
  ...['Martin Luther King', 'Xi King', 'Merkel King', 'Putin Lord', 'Obama Prince', 'Ali Sheikh'],
  ...['Alexander Dame', 'William King', 'James King', 'Anna Kanzler', 'Putin critic president'],
  ...['Kingsley Li', 'Kingston Wang', 'Marshall Li', 'Emira Obama', 'Chancellor Merkel Smith'],
  ...['Nigel Pope Smith', 'Chancellor Frank Smith', 'président François Dupont', '王毅外长李'],
])('what only looks like a title stays, and finds no strangers: %s', (name) => {
  expect(people.findByName(name)).toEqual([]);
});

test('a title is not looked for in what is longer than any name', () => {
  expect(untitled(`Minister ${'x'.repeat(300)}`)).toEqual([]);
  expect(untitled(`Minister ${'x'.repeat(100)}`)).toEqual(['x'.repeat(100)]);
});

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

test('any words of titles and names are taken apart without fail, and something is left', () => {
  const word = fc.constantFrom(
    ...[
      'Minister',
      'of',
      'State',
      'US',
      'South',
      'Korean',
      'Li',
      'français',
      'г-н',
      '副总统',
      '王毅',
      '대통령',
      '',
      '’s',
      '.',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 70 }), fc.constantFrom('', ' '), (words, glue) => {
      const typed = words.join(glue);
      for (const name of untitled(typed)) expect(squeeze(typed)).toContain(squeeze(name));
    }),
    { numRuns: 200 },
  );
});
