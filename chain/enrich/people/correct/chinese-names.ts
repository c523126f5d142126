import { keepFree, type NameSpan } from '../name-span.ts';
import { provingTitles, standingTitles } from '../roles/standing-titles.ts';

/**
 * Mends Chinese names: titles behind a surname are cut off, a doctrine called after somebody is nobody (`毛泽东思想`),
 * and in a list of office holders the one whom the tagger passed over is named as the others are.
 */
export const mendChineseNames = (text: string, spans: readonly NameSpan[]): NameSpan[] => {
  const surnames = new Set(
    spans
      .map(({ start, end }) => text.slice(start, end))
      .filter((name) => fullName.test(name) && !standingTitles.includes(name.slice(1)))
      .map((name) => name.charAt(0)),
  );
  const persons = spans
    .filter(({ end }) => !doctrine.test(text.slice(end, end + 16)))
    .map((span) => trimTitle(text, span, surnames));
  const listed = keepFree(findListed(text), persons);
  return [...persons, ...listed].sort((one, other) => one.start - other.start);
};

const fullName = /^[\u3400-\u9fff]{2,4}$/u;

/** `王外长`: the title behind a surname alone is no part of it where somebody of that surname is named in full. */
const trimTitle = (text: string, { start, end }: NameSpan, surnames: ReadonlySet<string>): NameSpan => {
  const titled = surnames.has(text.charAt(start)) && standingTitles.includes(text.slice(start + 1, end));
  return { start, end: titled ? start + 1 : end };
};

const doctrine = /^(?:新时代中国特色社会主义|新時代中國特色社會主義)?(?:思想|主义|主義|理论|理論)/u;

const mostListed = 200;
const offices = provingTitles('zh');
/** In a list: a like office stands behind the next comma. */
const listed = new RegExp(
  `(?:${offices})(?<name>[\\u4e00-\\u9fff]{2,4})(?=、[^、，。；\\n]{0,6}(?:${offices}))`,
  'gu',
);
const noName = /[的和与及等在将已会说表出]|[总副部]|主席|代表|国家|先生/u;

const findListed = (text: string): NameSpan[] =>
  [...text.matchAll(listed)].slice(0, mostListed).flatMap(({ 0: whole, index, groups }) => {
    const name = groups?.name ?? '';
    const end = index + whole.length;
    return noName.test(name) ? [] : [{ start: end - name.length, end }];
  });
