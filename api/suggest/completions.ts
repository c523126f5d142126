import { nameTokens } from '../../authorities/people/matching/normalize-name.ts';
import { isUnspaced } from '../../languages/scripts.ts';
import { isPlain } from '../query/characters.ts';
import type { Answer, SearchBody } from '../search/execute.ts';
import type { Clause } from '../search/filters.ts';
import { type HighlightedWord, highlightedWords, wordHighlight } from '../search/highlighted-words.ts';

/** How many articles are searched for words. */
const MOST_READ = 20;
const LONGEST_QUERY = 100;
const FEWEST_LETTERS = 2;
/**
 * A request for articles with every typed word, the last one as a prefix, with its completions highlighted.
 *
 * @returns null if there is nothing to complete: operators, one letter, over 100 characters
 */
export const askForWords = (typed: string, filter: readonly Clause[]): SearchBody | null => {
  const last = lastWord(typed);
  if (!isPlain(typed) || typed.length > LONGEST_QUERY) return null;
  if ([...last].length < FEWEST_LETTERS && !isUnspaced(last)) return null;
  // Without spaces, words are the index's tokens; elsewhere they are as printed, with endings.
  const fields = isUnspaced(last) ? ['title', 'body'] : ['title.exact', 'body.exact'];
  return {
    size: MOST_READ,
    track_total_hits: false,
    query: {
      bool: {
        must: [{ multi_match: { query: typed, type: 'bool_prefix', operator: 'and', fields } }],
        filter,
      },
    },
    _source: false,
    highlight: {
      ...wordHighlight,
      number_of_fragments: 3,
      fragment_size: 60,
      fields: Object.fromEntries(fields.map((field) => [field, {}])),
    },
  };
};

/**
 * The typed text with its last word completed, the most frequent first. Each completion has results, because it was
 * found in an article.
 *
 * @returns at most `most`, as some article prints them
 */
export const readCompletions = (answer: Answer | undefined, typed: string, most: number): string[] => {
  const last = lastWord(typed);
  const found = new Map<string, Completion>();
  for (const [article, { highlight }] of (answer?.hits.hits ?? []).entries()) {
    for (const word of highlightedWords(highlight)) {
      const completed = complete(last, word);
      if (completed === null) continue;
      const known = found.get(fold(completed)) ?? { articles: new Set(), forms: new Map() };
      known.articles.add(article);
      known.forms.set(completed, (known.forms.get(completed) ?? 0) + 1);
      found.set(fold(completed), known);
    }
  }
  const before = typed.slice(0, typed.length - last.length);
  return [...found.values()]
    .sort((left, right) => right.articles.size - left.articles.size)
    .slice(0, most)
    .map(({ forms }) => before + commonest(forms));
};

interface Completion {
  /** By their position among the hits. */
  readonly articles: Set<number>;
  /** Frequency of each printed form. */
  readonly forms: Map<string, number>;
}

/** Of equally frequent forms the one in lower case, because capitals may be those of a headline. */
const commonest = (forms: ReadonlyMap<string, number>): string => {
  const [first] = [...forms].sort(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? 1 : -1),
  );
  return first?.[0] ?? '';
};

const lastWord = (typed: string): string => /\S*$/u.exec(typed)?.[0] ?? '';

/** `last` completed to `word`; null if the word does not begin with the end of `last`, or adds nothing. */
const complete = (last: string, { word, before }: HighlightedWord): string | null => {
  if (!isUnspaced(last)) return fold(word).startsWith(fold(last)) && fold(word) !== fold(last) ? word : null;
  for (let kept = Math.min(last.length, word.length - 1); kept > 0; kept -= 1) {
    const start = last.length - kept;
    if (!word.startsWith(last.slice(start))) continue;
    return before.endsWith(last.slice(0, start)) ? last.slice(0, start) + word : null;
  }
  return null;
};

/** Folds like names: one case, no accents, ß as ss, variants of Arabic letters as one. */
const fold = (text: string): string => nameTokens(text).join(' ');
