import type { estypes } from '@elastic/elasticsearch';
import { nameTokens } from '../../authorities/people/matching/normalize-name.ts';
import { highlightedWords, wordHighlight } from './highlighted-words.ts';

const fields = ['title.exact', 'body.exact'];

/** Highlights the words of a proposal in an article that contains them. */
export const askHowPrinted = (q: string): estypes.SearchHighlight => ({
  ...wordHighlight,
  pre_tags: [...wordHighlight.pre_tags],
  post_tags: [...wordHighlight.post_tags],
  highlight_query: { multi_match: { query: q, fields } },
  number_of_fragments: 5,
  fields: Object.fromEntries(fields.map((field) => [field, {}])),
});

/**
 * A proposal in the letters that an article prints. Spellings come from the index, where accents and the like are
 * folded away: `διαπραγματευσεισ` is no Greek word, `διαπραγματεύσεις` is.
 *
 * @param typed what it stands for; typed in small letters, it stays in small letters
 */
export const asPrinted = (
  proposal: string,
  typed: string,
  highlight: Readonly<Record<string, readonly string[]>> | undefined,
): string => {
  const lower = typed === typed.toLowerCase();
  const printed = new Set(highlightedWords(highlight).map(({ word }) => (lower ? word.toLowerCase() : word)));
  const words = proposal.split(' ').map((word) => {
    const same = [...printed].find((other) => fold(other) === fold(word));
    if (same !== undefined) printed.delete(same);
    return { word, same };
  });
  // Whatever folds in a way of its own can still be told where one word and one mark are left.
  const [left, another] = [...printed].filter(
    (other) => !words.some(({ same }) => same && fold(same) === fold(other)),
  );
  const alone = another === undefined && words.filter(({ same }) => same === undefined).length === 1;
  return words.map(({ word, same }) => same ?? (alone ? (left ?? word) : word)).join(' ');
};

const fold = (text: string): string => nameTokens(text).join(' ');
