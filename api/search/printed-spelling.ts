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
 * A proposal as an article prints it. Spellings come from the index, where accents are
 * folded: `διαπραγματευσεισ` is not a Greek word, `διαπραγματεύσεις` is.
 *
 * @param typed the text that it replaces; if that is in lower case, so is the result
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
  // A word that folds in another way can still be matched if one word and one highlight are left.
  const [left, another] = [...printed].filter(
    (other) => !words.some(({ same }) => same && fold(same) === fold(other)),
  );
  const alone = another === undefined && words.filter(({ same }) => same === undefined).length === 1;
  return words.map(({ word, same }) => same ?? (alone ? (left ?? word) : word)).join(' ');
};

const fold = (text: string): string => nameTokens(text).join(' ');
