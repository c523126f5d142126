import type { SourceBlock } from '../../../domain/article.ts';
import { furnitureOf } from '../furniture.ts';
import { tokensOf } from '../tokens.ts';

const SENTENCE_END = /[.!?…。！？।؟]["”»]?$/u;

/**
 * In plain text: the first line of several words above the text that is neither boilerplate nor a sentence.
 *
 * @returns its index, or -1
 */
export const findPlainTitle = (blocks: readonly SourceBlock[]): number => {
  const early = blocks.slice(0, 30);
  const body = early.findIndex(({ text }) => tokensOf(text).length > 25);
  const above = early.slice(0, body < 0 ? early.length : body);
  const fits = (least: number, ending: boolean): number =>
    above.findIndex(
      ({ text }) =>
        tokensOf(text).length >= least &&
        text.length <= 250 &&
        furnitureOf(text) === null &&
        (ending || !SENTENCE_END.test(text)),
    );
  const strict = fits(3, false);
  return strict >= 0 ? strict : fits(2, true);
};
