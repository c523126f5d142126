import { languages } from '../../languages/index.ts';
import { lettersOf, type ScriptCode, scripts } from '../../languages/scripts.ts';

/** Codes for several scripts, or for a script that is counted under another code. */
const parts: Readonly<Record<string, readonly ScriptCode[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/** Letters of each script of the profiles (ISO 15924); texts without a profile may contain any. */
const letters: ReadonlyMap<string, RegExp> = new Map([
  ...scripts.map(({ code }) => [code, new RegExp(`[${lettersOf(code)}]`, 'u')] as const),
  ...Object.entries(parts).map(
    ([code, codes]) => [code, new RegExp(`[${lettersOf(...codes)}]`, 'u')] as const,
  ),
]);

/** Codes of the profiles whose articles may contain words in these letters. */
export const languagesWrittenIn = (text: string): readonly string[] =>
  languages
    .filter(({ scripts: written }) => written.some((script) => (letters.get(script) ?? /\p{L}/u).test(text)))
    .map(({ code }) => code);
