import type { SourceBlock } from '../../domain/article.ts';
import { findContainer, isInside } from './container.ts';
import { type BlockLook, lookAt } from './features.ts';
import { isLegalLine, isMenuLine, isNamedFurniture, isRelatedLine } from './furniture.ts';

/** Running text this many blocks away still belongs together; beyond stand other articles. */
const MAX_GAP = 12;

/** Which blocks of a page are the article's text. */
export const findPageBody = (blocks: readonly SourceBlock[]): readonly boolean[] => {
  const looks = blocks.map(lookAt);
  const furniture = blocks.map(
    (block) => isNamedFurniture(block) || isMenuLine(block) || isLegalLine(block) || isRelatedLine(block),
  );
  const good = blocks.map(
    (block, at) => looks[at]?.prose === true && !furniture[at] && !isRepeated(blocks, block),
  );
  const container = findContainer(blocks, looks, good);
  if (container === null) return blocks.map(() => false);
  const inside = blocks.map((block) => isInside(block, container));
  const core = blocks.map((_, at) => good[at] === true && inside[at] === true);
  const [first, last] = coreSpan(core);
  return blocks.map((block, at) => {
    if (at < first || at > last || !inside[at] || furniture[at]) return false;
    return core[at] || belongsBetween(block, looks[at], at, core);
  });
};

/** The same words twice on a page are a teaser and its text, or a form's; the longer stretch keeps them. */
const isRepeated = (blocks: readonly SourceBlock[], block: SourceBlock): boolean =>
  block.text.length < 60 && blocks.some((other) => other !== block && other.text === block.text);

/** From the first block of running text to the last that no wide gap parts from it. */
const coreSpan = (core: readonly boolean[]): readonly [number, number] => {
  const runs: { first: number; last: number; size: number }[] = [];
  for (const [at, is] of core.entries()) {
    if (!is) continue;
    const run = runs.at(-1);
    if (run && at - run.last <= MAX_GAP) {
      run.last = at;
      run.size += 1;
    } else runs.push({ first: at, last: at, size: 1 });
  }
  const best = runs.reduce((a, b) => (b.size > a.size ? b : a), { first: 0, last: -1, size: 0 });
  return [best.first, best.last];
};

/** Short lines among running text: subheads, list items, quotes and short paragraphs. */
const belongsBetween = (
  block: SourceBlock,
  look: BlockLook | undefined,
  at: number,
  core: readonly boolean[],
): boolean => {
  if (!look || block.linkDensity > 0.4) return false;
  const near = core.slice(Math.max(0, at - 3), at).some(Boolean) && core.slice(at + 1, at + 4).some(Boolean);
  if (!near) return false;
  return (
    /^(?:p|h[2-6]|li|blockquote|div|td|dd|#page|pre|span|section|article)$/.test(block.tag) && look.width >= 2
  );
};
