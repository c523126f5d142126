import { keepFree, type NameSpan } from '../name-span.ts';

/**
 * Mends Chinese names: a doctrine called after somebody is nobody (`毛泽东思想`), and in a list of office holders the one
 * whom the tagger passed over is named as the others are.
 */
export const mendChineseNames = (text: string, spans: readonly NameSpan[]): NameSpan[] => {
  const persons = spans.filter(({ end }) => !doctrine.test(text.slice(end, end + 16)));
  const listed = keepFree(findListed(text), persons);
  return [...persons, ...listed].sort((one, other) => one.start - other.start);
};

const doctrine = /^(?:新时代中国特色社会主义|新時代中國特色社會主義)?(?:思想|主义|主義|理论|理論)/u;

const mostListed = 200;
const offices = '总理|首相|总统|国王|国家主席|外长|外交部长|总书记|總理|總統|國王|外長';
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
