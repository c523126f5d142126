import { compareParagraphs, type Difference } from '../../versions/difference.ts';
import { html, type Markup, type Printable } from '../markup.ts';

type Paragraphs = Difference['paragraphs'];

/** Around a change this many paragraphs that stayed are shown; the others say nothing new. */
const around = 1;
/** Two paragraphs are one that was changed where this share of the longer one's words stayed. */
const leastCommon = 0.4;
/** Longer ones are shown whole, before and after: marking words in them costs more than it tells. */
const longestMarked = 5000;

/** A text that was changed, each change with its surroundings; within paragraphs the words that differ. */
export const drawChangedText = (paragraphs: Paragraphs): readonly Printable[] => {
  const near = paragraphs.map((_, at) =>
    paragraphs.slice(Math.max(0, at - around), at + around + 1).some(({ change }) => change !== 'same'),
  );
  const drawn: Printable[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const end = runEnd(paragraphs, at);
    if (end > at) drawn.push(...drawRun(paragraphs.slice(at, end)));
    else if (near[at]) drawn.push(html`<p dir="auto">${paragraphs[at]?.text ?? ''}</p>`);
    else if (near[at - 1]) drawn.push(html`<p class="count">…</p>`);
    at = Math.max(end, at + 1);
  }
  return drawn;
};

/** Where the changes that begin here end. */
const runEnd = (paragraphs: Paragraphs, start: number): number => {
  let end = start;
  while (end < paragraphs.length && paragraphs[end]?.change !== 'same') end += 1;
  return end;
};

/** Each removed paragraph beside the added one that it became, if there is one after those already used. */
const drawRun = (run: Paragraphs): readonly Markup[] => {
  const added = run.filter(({ change }) => change === 'added').map(({ text }) => text);
  const drawn: Markup[] = [];
  let used = 0;
  for (const { change, text } of run) {
    if (change !== 'removed') continue;
    const became = added.findIndex((other, at) => at >= used && wordsOf(text, other) !== null);
    const words = wordsOf(text, added[became] ?? '');
    if (!words) {
      drawn.push(html`<p dir="auto"><del>${text}</del></p>`);
      continue;
    }
    drawn.push(...added.slice(used, became).map(drawAdded), drawWords(words));
    used = became + 1;
  }
  return [...drawn, ...added.slice(used).map(drawAdded)];
};

const drawAdded = (text: string): Markup => html`<p dir="auto"><ins>${text}</ins></p>`;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const cut = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** The words of two paragraphs laid side by side; null where they have too little in common. */
const wordsOf = (before: string, after: string): Paragraphs | null => {
  if (after === '' || Math.max(before.length, after.length) > longestMarked) return null;
  const words = compareParagraphs(cut(before), cut(after));
  const common = words
    .filter(({ change, text }) => change === 'same' && text.trim() !== '')
    .reduce((sum, { text }) => sum + text.length, 0);
  return common >= leastCommon * Math.max(before.length, after.length) ? words : null;
};

/** Words of one kind that follow one another are marked as one stretch. */
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
