import { compareParagraphs, type Difference } from '../../versions/difference.ts';
import { html, type Markup, type Printable } from '../markup.ts';

type Paragraphs = Difference['paragraphs'];

/** How many unchanged paragraphs are shown around a change. */
const around = 1;
/** Two paragraphs count as one changed paragraph if this share of the longer one's words is unchanged. */
const leastCommon = 0.4;
/** Longer paragraphs are shown completely, before and after, because comparing their words costs more than it helps. */
const longestMarked = 5000;
/** A longer run of changes is a rewritten text, shown completely, before and after. */
const longestRun = 200;
/** How many of the next added paragraphs are compared with a removed one. */
const lookedAhead = 4;
/** Most pairs of words that are compared in one text; splitting off a letter costs as much as four pairs. */
const mostCompared = 3_000_000;
const costOfLetter = 4;
/** Most that a page shows, in UTF-16 units; the API returns all of it. */
const mostShown = 1_500_000;

/** A changed text: each change with its surroundings, and the differing words within paragraphs. */
export const drawChangedText = (paragraphs: Paragraphs): readonly Printable[] => {
  const shown = paragraphs.slice(0, shownEnd(paragraphs));
  const near = shown.map((_, at) =>
    shown.slice(Math.max(0, at - around), at + around + 1).some(({ change }) => change !== 'same'),
  );
  const findWords = createWordFinder();
  const drawn: Printable[] = [];
  for (let at = 0; at < shown.length; ) {
    const end = runEnd(shown, at);
    if (end > at) drawn.push(...drawRun(shown.slice(at, end), findWords));
    else if (near[at]) drawn.push(html`<p dir="auto">${shown[at]?.text.slice(0, mostShown) ?? ''}</p>`);
    else if (near[at - 1]) drawn.push(omitted);
    at = Math.max(end, at + 1);
  }
  return shown.length < paragraphs.length ? [...drawn, omitted] : drawn;
};

const omitted = html`<p class="count">…</p>`;

/** Position after the last paragraph that fits on a page. */
const shownEnd = (paragraphs: Paragraphs): number => {
  let length = 0;
  const first = paragraphs.findIndex(({ change, text }, at) => {
    if (change !== 'same') length += text.length;
    return at > 0 && length > mostShown;
  });
  return first < 0 ? paragraphs.length : first;
};

/** End of the changes that begin here. */
const runEnd = (paragraphs: Paragraphs, start: number): number => {
  let end = start;
  while (end < paragraphs.length && paragraphs[end]?.change !== 'same') end += 1;
  return end;
};

/** Pairs each removed paragraph with the added one that it became, if there is one after those already used. */
const drawRun = (run: Paragraphs, findWords: WordFinder): readonly Markup[] => {
  if (run.length > longestRun)
    return run.map(({ change, text }) => (change === 'removed' ? drawRemoved(text) : drawAdded(text)));
  const added = run.filter(({ change }) => change === 'added').map(({ text }) => text);
  const drawn: Markup[] = [];
  let used = 0;
  for (const { change, text } of run) {
    if (change !== 'removed') continue;
    const found = findNext(text, added.slice(used, used + lookedAhead), findWords);
    if (!found) {
      drawn.push(drawRemoved(text));
      continue;
    }
    drawn.push(...added.slice(used, used + found.skipped).map(drawAdded), drawWords(found.words));
    used += found.skipped + 1;
  }
  return [...drawn, ...added.slice(used).map(drawAdded)];
};

/** The first candidate that is a changed form of a paragraph. */
const findNext = (text: string, candidates: readonly string[], findWords: WordFinder) => {
  for (const [skipped, candidate] of candidates.entries()) {
    const words = findWords(text, candidate);
    if (words) return { skipped, words };
  }
  return null;
};

const drawRemoved = (text: string): Markup => html`<p dir="auto"><del>${text.slice(0, mostShown)}</del></p>`;
const drawAdded = (text: string): Markup => html`<p dir="auto"><ins>${text.slice(0, mostShown)}</ins></p>`;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const cut = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

type WordFinder = (before: string, after: string) => Paragraphs | null;

/** Finds words until the total limit of comparisons is reached, then none. */
const createWordFinder = (): WordFinder => {
  let left = mostCompared;
  return (before, after) => {
    if (!areAlike(before, after)) return null;
    left -= costOfLetter * (before.length + after.length);
    if (left < 0) return null;
    const [old, now] = [cut(before), cut(after)];
    left -= old.length * now.length;
    return left < 0 ? null : wordsOf([old, now], Math.max(before.length, after.length));
  };
};

/** Whether two texts of these lengths can have enough in common to compare their words. */
const areAlike = (before: string, after: string): boolean => {
  const longer = Math.max(before.length, after.length);
  return longer <= longestMarked && Math.min(before.length, after.length) >= leastCommon * longer;
};

/** The aligned words of two paragraphs; null if they have too little in common. */
const wordsOf = (
  [before, after]: readonly [readonly string[], readonly string[]],
  longer: number,
): Paragraphs | null => {
  const words = compareParagraphs(before, after);
  const common = words
    .filter(({ change, text }) => change === 'same' && text.trim() !== '')
    .reduce((sum, { text }) => sum + text.length, 0);
  return common >= leastCommon * longer ? words : null;
};

/** Consecutive words of one kind are marked as one range. */
const drawWords = (words: Paragraphs): Markup => {
  const stretches: { readonly change: string; text: string }[] = [];
  for (const { change, text } of words) {
    const last = stretches.at(-1);
    if (last?.change === change) last.text += text;
    else stretches.push({ change, text });
  }
  return html`<p dir="auto">${stretches.map(({ change, text }) => {
    if (change === 'same') return text;
    return change === 'removed' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
  })}</p>`;
};
