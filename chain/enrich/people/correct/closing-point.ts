import { profileFor } from '../../../../languages/index.ts';
import { type CorrectionRule, eachName } from './rule.ts';

const initialLast = /[^\p{L}]\p{Lu}$/u;
const shortenedLast = /[^\p{L}](?:\p{Lu}|Jr|Sr)$/u;
const twoWords = /^(\p{L}{1,6}) (\p{Lu})$/u;
const sentenceGoesOn = /^\.\s+\p{Ll}/u;
const ordinalLast = / [IVX]{1,5}$/u;

/**
 * The point belongs to `Anna S.` and `Miller Jr.`, and in German to `Karl VI.`; after `Li Yi.` it ends the sentence.
 */
export const closingPoint: CorrectionRule = {
  id: 'closing-point',
  languages: 'all',
  examples: [
    ['de', 'Er sprach mit [Li Yi.] Danach schwieg er.', 'Er sprach mit [Li Yi]. Danach schwieg er.'],
    ['es', 'Lo recibió el rey [Carlos VI.] Hablaron.', 'Lo recibió el rey [Carlos VI]. Hablaron.'],
    ['de', 'König [Karl VI]. kommt.', 'König [Karl VI.] kommt.'],
    ['de', 'Die Eheleute [Anna S]. und Hans.', 'Die Eheleute [Anna S.] und Hans.'],
    ['ru', 'С ним говорил [Ван И].', 'С ним говорил [Ван И].'],
    ['ru', 'С ним говорил [Чжан И.] Потом ушёл.', 'С ним говорил [Чжан И]. Потом ушёл.'],
    ['ru', 'Судья [Ван И]. в среду отказал.', 'Судья [Ван И.] в среду отказал.'],
    ['ru', 'Подсудимый [Ким И]. Суд решил.', 'Подсудимый [Ким И.] Суд решил.'],
    ['ru', 'Подсудимый [Ван А]. Суд решил.', 'Подсудимый [Ван А.] Суд решил.'],
    ['en', '[John Miller Jr.] spoke.', '[John Miller Jr.] spoke.'],
  ],
  apply: eachName(({ text, language }, { start, end }) => {
    const pointed = end - start > 2 && /\S\.$/u.test(text.slice(end - 2, end));
    const bare = pointed ? end - 1 : end;
    const name = text.slice(start, bare);
    const isOrdinal = ordinalLast.test(name);
    if (isOneLetterName(name, language) && !sentenceGoesOn.test(text.slice(bare, bare + 4)))
      return { start, end: bare };
    const belongs = isOrdinal ? language === 'de' : (pointed ? shortenedLast : initialLast).test(name);
    return { start, end: belongs && text.charAt(bare) === '.' ? bare + 1 : bare };
  }),
};

/** In Russian a Chinese given name may be one letter long; in other names the letter is an initial. */
const isOneLetterName = (name: string, language: string): boolean => {
  const [, surname = '', given = ''] = twoWords.exec(name) ?? [];
  const { surnames, given: letters } = profileFor(language).names?.oneLetterNames ?? {};
  return (letters?.includes(given) && surnames?.includes(surname)) ?? false;
};
