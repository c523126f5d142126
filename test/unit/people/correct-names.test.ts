import { describe, expect, test } from '@jest/globals';
import { correct } from '../../support/correct.ts';

describe('points, honorifics, initials', () => {
  test.each([
    ['de', 'Er sprach mit [Li Yi.] Danach schwieg er.', ['Li Yi']],
    ['es', 'Lo recibió el rey [Carlos VI.] Hablaron.', ['Carlos VI']],
    ['de', 'König [Karl VI]. kommt.', ['Karl VI.']],
    ['de', 'Die Eheleute [Anna S]. und Hans.', ['Anna S.']],
    ['ru', 'С ним говорил [Ван И].', ['Ван И']],
    ['ru', 'С ним говорил [Чжан И.] Потом ушёл.', ['Чжан И']],
    ['ru', 'Судья [Ван И]. в среду отказал.', ['Ван И.']],
    ['ru', 'Подсудимый [Ким И]. Суд решил.', ['Ким И.']],
    ['ru', 'Подсудимый [Пак И.] Суд решил.', ['Пак И.']],
    ['ru', 'Подсудимый [Ван А]. Суд решил.', ['Ван А.']],
    ['en', '[John Miller Jr.] spoke.', ['John Miller Jr.']],
    ['de', 'Die Frau hieß [Anna R .] und ging.', ['Anna R .']],
  ])('the point behind a name: %s %s', (language, text, names) => {
    expect(correct(language, text)).toEqual(names);
  });

  test.each([
    ['fr', 'Selon Mme Qarnoux, tout va bien.', ['Qarnoux']],
    ['fr', 'Me Qarnoux a plaidé.', ['Qarnoux']],
    ['en', 'Tell Me Everything, said Mr. Qarnoux’s wife.', ['Qarnoux']],
    ['de', 'Frau Ministerin, fragte Herr Qarnoux.', ['Qarnoux']],
    ['de', 'Frau Bundesministerin, sagte er.', []],
    ['en', 'Thank you, Mr. Speaker.', []],
    ['fr', 'Mme [Anna Qarnoux] est là.', ['Anna Qarnoux']],
  ])('a name that only its honorific gives away: %s %s', (language, text, names) => {
    expect(correct(language, text)).toEqual(names);
  });

  test('initials in brackets stand for the name everywhere', () => {
    expect(correct('es', 'QLR ganó. [Quim López Romero] (QLR) celebró. QLR y la QLRS.')).toEqual([
      'QLR',
      'Quim López Romero',
      'QLR',
      'QLR',
    ]);
    expect(correct('es', '[Quim López] (ONU) habló en la ONU.')).toEqual(['Quim López']);
  });
});
