import { normalize } from '../../../domain/normalize.ts';
import { remembered } from '../../../domain/remembered.ts';
import { createSpeller, type Letters, type Speller, type Spelling } from './spell-name.ts';
import { loadAlignment } from './transliteration.ts';
import { latinView } from './views.ts';

/** Each letter, and any two of them together. */
const lettersOf = (letters: string, more: readonly string[] = []): Letters => {
  const single = [...letters];
  return { single, together: [...single.flatMap((one) => single.map((other) => one + other)), ...more] };
};

/** What names are written with, as the views of the models have them. */
const alphabets: Readonly<Record<string, string>> = {
  ru: 'абвгдежзийклмнопрстуфхцчшщъыьэюяё',
  ar: 'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةء',
  he: "אבגדהוזחטיכלמנסעפצקרשת'",
  ja: 'アイウエオカキクケコガギグゲゴサシスセソザジズゼゾタチツテトダデドナニヌネノハヒフヘホバビブベボパピプペポマミムメモヤユヨラリルレロワンヴァィェォャュョッー',
};

/** Languages in whose letters Latin names are spelled. */
export const scriptsSpelled: readonly string[] = Object.keys(alphabets);

const latin = lettersOf('abcdefghijklmnopqrstuvwxyz', ['sch', 'tch', 'shch', 'tsch', 'dzh']);

const speller = (language: string, known: 'latin' | 'other', letters: Letters): Speller => {
  const model = loadAlignment(language);
  return model ? createSpeller(model, known, letters) : () => [];
};

const fromLatin = remembered((language) => speller(language, 'latin', lettersOf(alphabets[language] ?? '')));
const toLatin = remembered((language) => speller(language, 'other', latin));

/** Spells a Latin name as the newspapers of a language of `scriptsSpelled` may, the likeliest first. */
export const spelledByEar = (name: string, language: string): readonly Spelling[] =>
  fromLatin(language)(latinView(name)).map(({ text, chance }) => ({
    text: language === 'he' ? withFinals(text) : capitalized(text),
    chance,
  }));

/** Spells a Russian name in Latin letters. A query asks once for each of its languages, which all get the same answer. */
export const latinFromCyrillic = remembered((name): readonly Spelling[] =>
  toLatin('ru')(normalize(name.toLowerCase(), 'NFC')).map(({ text, chance }) => ({
    text: capitalized(text),
    chance,
  })),
);

const capitalized = (text: string): string => text.replace(/^./u, (first) => first.toUpperCase());

/** Five Hebrew letters have a different form at the end of a word. */
const finals: Readonly<Record<string, string>> = { כ: 'ך', מ: 'ם', נ: 'ן', פ: 'ף', צ: 'ץ' };
const withFinals = (text: string): string => text.replace(/[כמנפצ]$/u, (letter) => finals[letter] ?? letter);
