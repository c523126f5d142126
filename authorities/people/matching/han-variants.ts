import { oldCharacters } from '../../../languages/ja-variants.ts';
import { simplifiedCharacter } from '../../../languages/zh-simplified.ts';

/** Traditional, simplified and Japanese characters as one, so that 安倍晉三 is 安倍晋三 and 金澤 is 金沢. */
export const joinVariants = (text: string): string => text.replace(/\p{Script=Han}/gu, joinVariant);

/** Some Japanese characters stand for an old one and are a traditional one themselves: 連 is 连, not 联. */
const joinVariant = (character: string): string => {
  const simplified = simplifiedCharacter(character);
  return simplified === character
    ? simplifiedCharacter(oldCharacters.get(character) ?? character)
    : simplified;
};
