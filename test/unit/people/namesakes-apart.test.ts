import { describe, expect, test } from '@jest/globals';
import { loadPeople, peopleOf } from '../../../authorities/people/index.ts';
import { findGender } from '../../../chain/enrich/people/coreference/genders.ts';
import { resolveMentions } from '../../../chain/enrich/people/coreference/resolve-mentions.ts';
import { areSurnames } from '../../../chain/enrich/people/coreference/second-surnames.ts';
import type { NameSpan } from '../../../chain/enrich/people/name-span.ts';
import { findTitle } from '../../../chain/enrich/people/roles/roles.ts';
import { loadNameTable } from '../../../chain/enrich/people/tagger/model.ts';
import { profileFor } from '../../../languages/index.ts';
import { readMarked } from '../../support/marked-names.ts';

const table = loadNameTable();
const authority = loadPeople();

/** Each person of a text whose mentions stand in square brackets, with what is printed of them. */
const gather = (language: string, marked: string): Record<string, string[]> => {
  const { text, spans } = readMarked(marked);
  const printed = ({ start, end }: NameSpan): string => text.slice(start, end);
  const mentions = spans.map((span) => ({ ...span, field: 'body' as const }));
  const people = resolveMentions(mentions, printed, {
    titleOf: ({ start, end }) => findTitle(text, { start, end }, end - start > 2, language),
    genderOf: ({ start }) => findGender(text, start, language),
    endings: profileFor(language).names?.endings ?? [],
    areSurnames: (name) => areSurnames(name, language, table, authority),
    renames: () => false,
  });
  return Object.fromEntries(people.map((person) => [person.name, person.mentions.map(printed)]));
};

describe('two people of one surname', () => {
  test('the honorific says whom it means', () => {
    expect(
      gather('de', '[Anna Weber] und [Thomas Weber] kamen. Frau [Weber] sprach, Herr [Weber] schwieg.'),
    ).toEqual({ 'Anna Weber': ['Anna Weber', 'Weber'], 'Thomas Weber': ['Thomas Weber', 'Weber'] });
    expect(
      gather('fr', 'Mme [Claire Moreau] et M. [Alix Moreau]. Mme [Moreau] parle. M. [Moreau] écoute.'),
    ).toEqual({ 'Claire Moreau': ['Claire Moreau', 'Moreau'], 'Alix Moreau': ['Alix Moreau', 'Moreau'] });
  });

  test('an honorific of the other gender means somebody else', () => {
    expect(gather('en', 'Mr. [John Miller] spoke. Mrs. [Miller] agreed.')).toEqual({
      'John Miller': ['John Miller'],
      Miller: ['Miller'],
    });
    expect(gather('en', '[Hillary Miller] spoke. Mrs. [Miller] agreed.')).toEqual({
      'Hillary Miller': ['Hillary Miller', 'Miller'],
    });
  });

  test('an honorific with a point inside', () => {
    expect(
      gather('it', '[Anna Rossi] e [Marco Rossi]. La Sig.ra [Rossi] parla, il Sig. [Rossi] ascolta.'),
    ).toEqual({ 'Anna Rossi': ['Anna Rossi', 'Rossi'], 'Marco Rossi': ['Marco Rossi', 'Rossi'] });
  });

  test('the office says whom it means, across the end of a sentence too', () => {
    expect(
      gather(
        'en',
        'President [Paul Kent] met Governor [Jeb Kent]. President [Kent] said yes. Governor [Kent] left.',
      ),
    ).toEqual({ 'Paul Kent': ['Paul Kent', 'Kent'], 'Jeb Kent': ['Jeb Kent', 'Kent'] });
  });

  test('a headline’s single Chinese character means the president', () => {
    expect(gather('ko', '[尹], 사과. [윤철수] 의원이 [윤영희] 대통령을 만났다.')).toEqual({
      윤영희: ['尹', '윤영희'],
      윤철수: ['윤철수'],
    });
  });
});

describe('two surnames of one person', () => {
  test('in Spanish the second may follow the first', () => {
    const text = '[Ana Romero] llegó. [Romero Hurtado] habló.';
    expect(gather('es', text)).toEqual({ 'Ana Romero': ['Ana Romero', 'Romero Hurtado'] });
    expect(Object.keys(gather('en', text))).toEqual(['Ana Romero', 'Romero Hurtado']);
  });

  test.each([
    ['Hugo Martín', 'Martín Vizcarra'],
    ['Ana Alberto', 'Alberto Fernández'],
    ['José Tomás', 'Tomás Gómez'],
    ['Laura Franco', 'Franco Macri'],
    ['Pedro Vicente', 'Vicente Quiroga'],
  ])('a given name is no surname: %s and %s', (one, other) => {
    const text = `Habló [${one}]. Luego [${other}] respondió.`;
    expect(gather('es', text)).toEqual({ [one]: [one], [other]: [other] });
  });

  test('who is recorded by two words is another person', () => {
    const recorded = peopleOf([
      {
        id: 'dl:test',
        country: null,
        roles: [],
        names: [{ form: 'Romero Hurtado', language: 'es', kind: 'official' }],
      },
    ]);
    expect(areSurnames('Romero Hurtado', 'es', table, recorded)).toBe(false);
    expect(areSurnames('Romero Hurtado', 'es', table, peopleOf([]))).toBe(true);
  });
});

describe('inflected names in Latin script', () => {
  test('Polish and Czech cases are one person', () => {
    expect(
      gather('pl', '[Jan Kowalski] i [Ławrow]. Z [Janem Kowalskim]. [Kowalskiego] i [Ławrowa].'),
    ).toEqual({
      'Jan Kowalski': ['Jan Kowalski', 'Janem Kowalskim', 'Kowalskiego'],
      Ławrow: ['Ławrow', 'Ławrowa'],
    });
    expect(gather('cs', '[Petr Fiala]. S [Petrem Fialou]. [Fialovi] nic.')).toEqual({
      'Petr Fiala': ['Petr Fiala', 'Petrem Fialou', 'Fialovi'],
    });
  });

  test.each([
    ['pl', 'Daniel Nowak', 'Daniela Nowak'],
    ['pl', 'Stanisław Nowak', 'Stanisława Nowak'],
    ['pl', 'Stanisław Kowalski', 'Stanisława Kowalska'],
    ['pl', 'Mario Rossi', 'Maria Rossi'],
    ['cs', 'Petr Fiala', 'Petra Fiala'],
    ['cs', 'Daniel Kučera', 'Daniela Kučera'],
    ['cs', 'Jan Novák', 'Janou Novákovou'],
  ])('a man and a woman stay two: %s %s, %s', (language, man, woman) => {
    const given = woman.split(' ')[0] ?? '';
    expect(gather(language, `[${man}] a [${woman}]. [${woman}] i [${man}], [${given}].`)).toEqual({
      [man]: [man, man],
      [woman]: [woman, woman, given],
    });
    expect(Object.keys(gather(language, `[${woman}] a [${man}].`))).toEqual([woman, man]);
  });

  test('who is who in other cases, whoever was named before', () => {
    const text =
      '[Daniel Nowak]. Bez [Daniela Nowaka]. [Daniela Nowak] mówi. Z [Danielą Nowak], od [Danieli Nowak].';
    expect(gather('pl', text)).toEqual({
      'Daniel Nowak': ['Daniel Nowak', 'Daniela Nowaka'],
      'Daniela Nowak': ['Daniela Nowak', 'Danielą Nowak', 'Danieli Nowak'],
    });
    expect(gather('cs', '[Petr Fiala] a [Petra Fiala]. Bez [Petra Fialy].')).toEqual({
      'Petr Fiala': ['Petr Fiala', 'Petra Fialy'],
      'Petra Fiala': ['Petra Fiala'],
    });
    expect(gather('pl', '[Jolanta Piłska] i [Jan Piłski]. Bez [Piłskiej] i [Piłskiego].')).toEqual({
      'Jolanta Piłska': ['Jolanta Piłska', 'Piłskiej'],
      'Jan Piłski': ['Jan Piłski', 'Piłskiego'],
    });
    expect(gather('pl', '[Elon Musk]. Bez [Elona Muska].')).toEqual({
      'Elon Musk': ['Elon Musk', 'Elona Muska'],
    });
  });

  test('elsewhere an ending tells two people apart', () => {
    expect(Object.keys(gather('en', '[Paul Weber] and [Paula Weber].'))).toEqual([
      'Paul Weber',
      'Paula Weber',
    ]);
  });
});
