import { describe, expect, test } from '@jest/globals';
import { findRole } from '../../../chain/enrich/people/roles/roles.ts';
import { readMarked } from '../../support/marked-names.ts';

/** The role beside the name that stands in square brackets. */
const roleOf = (language: string, marked: string): string | null => {
  const { text, spans } = readMarked(marked);
  return findRole(text, spans[0]?.start ?? 0, spans[0]?.end ?? 0, language);
};

describe('the role printed beside a name', () => {
  test.each([
    [
      'en',
      'On Monday State Councilor and Foreign Minister [Wang Yi] spoke.',
      'State Councilor and Foreign Minister',
    ],
    ['en', 'Former Secretary of State [John Kerry] left.', 'Former Secretary of State'],
    ['en', 'He met Sen. [Ann Miller].', 'Sen.'],
    [
      'es',
      'El ministro de Relaciones Exteriores [Sergio Romero] habló.',
      'ministro de Relaciones Exteriores',
    ],
    ['es', 'Habló el presidente del Gobierno, [Pedro Torres], en Madrid.', 'presidente del Gobierno'],
    ['fr', 'Le ministre des Affaires étrangères [Jean Moreau] part.', 'ministre des Affaires étrangères'],
    ['fr', "Le ministre de l'Intérieur [Jean Moreau] part.", "ministre de l'Intérieur"],
    ['fr', 'Le conseiller et ministre d’État [Jean Moreau] part.', 'ministre d’État'],
    ['fr', "Le porte-parole de l'ancien ministre [Jean Moreau] part.", 'ancien ministre'],
    ['it', "Il ministro dell'Interno [Marco Bruni] parla.", "ministro dell'Interno"],
    ['it', 'Parla il ministro dell’Economia, [Marco Bruni], a Roma.', 'ministro dell’Economia'],
    ['ru', 'Вчера министр иностранных дел России [Сергей Петров] сказал.', 'министр иностранных дел России'],
    ['ru', 'Официальный представитель МИД [Мария Петрова] уточнила.', 'Официальный представитель МИД'],
    ['ar', 'قال وزير الخارجية الروسي [سيرغي لافروف] اليوم', 'وزير الخارجية الروسي'],
    ['zh', '国务委员兼外长[王建国]会见', '国务委员兼外长'],
    ['ja', '[田中]外相が', '外相'],
    ['ko', '[박철수] 외교부 장관은', '외교부 장관'],
    ['ko', '[조 스미스] 미국 대통령이', '미국 대통령'],
  ])('%s: %s', (language, text, role) => {
    expect(roleOf(language, text)).toBe(role);
  });

  test.each([
    ['of another person', 'en', 'President Paul Kent met Ann. President said [Jeb Kent].'],
    ['before a sentence’s end', 'en', 'We met the minister. [Jeb Kent] came.'],
    ['before a comma that opens a clause', 'es', 'Tras hablar el presidente, [Ana Torres] salió.'],
    ['behind a particle', 'ko', '[김철수]가 이영희 장관을 만났다'],
    ['across an apostrophe', 'en', 'The minister’s aide [Jeb Kent] came.'],
    ['that is none', 'ru', 'О делах России [Сергей Петров] молчал.'],
  ])('no role %s', (_, language, text) => {
    expect(roleOf(language, text)).toBeNull();
  });
});
