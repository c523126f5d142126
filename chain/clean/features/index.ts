import { ContainerReader } from './containers.ts';
import { ContextReader } from './context.ts';
import { NameReader } from './names.ts';
import { NoticeReader } from './notices.ts';
import { writeOwnFeatures } from './own.ts';
import type { MeasuredPage } from './page.ts';

/** One row of numbers per block, for the first pass, in the order of the weights in `models/`. */
export const firstFeatures = (page: MeasuredPage): readonly Float32Array[] => {
  const names = new NameReader();
  const containers = new ContainerReader(page);
  const notices = new NoticeReader(page);
  const context = new ContextReader(
    page,
    Float64Array.from(page.blocks, ({ good }) => good),
  );
  const seen = new Map<string, number>();
  for (const { block } of page.blocks) seen.set(block.text, (seen.get(block.text) ?? 0) + 1);
  const told = new Set<string>();
  const { length } = page.blocks;
  let before = 0;
  const row: number[] = [];
  return page.blocks.map((measured, index) => {
    row.length = 0;
    writeOwnFeatures(measured, page, seen.get(measured.block.text) ?? 1, row);
    row.push(
      measured.good,
      index / length,
      before / Math.max(1, page.tokens),
      Math.log1p(length),
      page.good / Math.max(1, page.tokens),
    );
    names.write(measured, row);
    context.write(index, row);
    containers.write(index, row);
    notices.write(index, row);
    row.push(told.has(measured.block.text) ? 1 : 0);
    told.add(measured.block.text);
    before += measured.tokens.length;
    return new Float32Array(row);
  });
};

/**
 * The rows of the second pass: those of the first, with the first pass's scores of surrounding blocks.
 *
 * @param wanted indices of the blocks whose rows are needed
 */
export const secondFeatures = (
  page: MeasuredPage,
  first: readonly Float32Array[],
  scores: Float64Array,
  wanted: readonly number[] = [...first.keys()],
): readonly Float32Array[] => {
  const likely = Float64Array.from(
    scores,
    (score, index) => score * (page.blocks[index]?.tokens.length ?? 0),
  );
  const byScore = new ContextReader(page, scores);
  const byText = new ContextReader(page, likely);
  const added: number[] = [];
  return wanted.map((index) => {
    const row = first[index] ?? new Float32Array(0);
    added.length = 0;
    added.push(scores[index] ?? 0);
    byScore.write(index, added);
    byText.write(index, added);
    const wider = new Float32Array(row.length + added.length);
    wider.set(row);
    wider.set(added, row.length);
    return wider;
  });
};
