/** Counts the characters of each class in a text, in one pass, because pages have many thousand lines. */
export interface CharacterCounts {
  readonly ends: number;
  readonly commas: number;
  readonly digits: number;
  readonly capitals: number;
  readonly separators: number;
}

const CLASSES = [/[.!?…。！？।؟]/u, /[,،、，;；]/u, /\p{Nd}/u, /\p{Lu}/u, /[|•·»«›‹/\\:©→<>[\]{}]/u] as const;

/** The classes of each code unit as bits, found when it is first seen. */
const known = new Uint8Array(0x1_00_00);
const SEEN = 0x80;

const bitsOf = (character: string): number =>
  CLASSES.reduce((bits, pattern, at) => (pattern.test(character) ? bits | (1 << at) : bits), SEEN);

export const countCharacters = (text: string): CharacterCounts => {
  let ends = 0;
  let commas = 0;
  let digits = 0;
  let capitals = 0;
  let separators = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let bits = known[unit] as number;
    if (bits === 0) {
      bits = bitsOf(String.fromCharCode(unit));
      known[unit] = bits;
    }
    if (bits === SEEN) {
      // Letters of historic scripts and of formulas take two UTF-16 units.
      if (unit < 0xd800 || unit > 0xdbff) continue;
      bits = bitsOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
      at += 1;
    }
    ends += bits & 1;
    commas += (bits >> 1) & 1;
    digits += (bits >> 2) & 1;
    capitals += (bits >> 3) & 1;
    separators += (bits >> 4) & 1;
  }
  return { ends, commas, digits, capitals, separators };
};
