import { keepFree } from '../name-span.ts';
import { provingTitles, standingTitles } from '../roles/standing-titles.ts';
import { type CorrectionRule, inOrder } from './rule.ts';
import { solidWords } from './solid-words.ts';

const fullName = /^[\u3400-\u9fff]{2,4}$/u;

/** The title after a surname alone is not part of it if someone with that surname is named in full. */
export const surnameAndTitle: CorrectionRule = {
  id: 'surname-and-title',
  languages: ['zh'],
  examples: [
    ['zh', '[王建国]到访。[王外长]说', '[王建国]到访。[王]外长说'],
    ['zh', '[李建国]到访。[王外长]说', '[李建国]到访。[王外长]说'],
  ],
  apply: ({ text }, spans) => {
    const surnames = new Set(
      spans
        .map(({ start, end }) => text.slice(start, end))
        .filter((name) => fullName.test(name) && !standingTitles.includes(name.slice(1)))
        .map((name) => name.charAt(0)),
    );
    return spans.map(({ start, end }) => {
      const titled = surnames.has(text.charAt(start)) && standingTitles.includes(text.slice(start + 1, end));
      return { start, end: titled ? start + 1 : end };
    });
  },
};

const doctrineName = new RegExp(
  `^${solidWords('zh', 'doctrineOpenings')}?${solidWords('zh', 'doctrines')}`,
  'u',
);

/** A doctrine named after someone is not a person. */
export const doctrine: CorrectionRule = {
  id: 'doctrine',
  languages: ['zh'],
  examples: [
    [
      'zh',
      '以[王建国]新时代中国特色社会主义思想为指导，[王建国]说',
      '以王建国新时代中国特色社会主义思想为指导，[王建国]说',
    ],
    ['zh', '[王建国]思想与[王建国]的思想', '王建国思想与[王建国]的思想'],
  ],
  apply: ({ text }, spans) => spans.filter(({ end }) => !doctrineName.test(text.slice(end, end + 16))),
};

const mostListed = 200;
const offices = provingTitles('zh');
/** In a list: a similar office follows the next comma. */
const listed = new RegExp(
  `(?:${offices})(?<name>[\\u4e00-\\u9fff]{2,4})(?=、[^、，。；\\n]{0,6}(?:${offices}))`,
  'gu',
);
const noName = new RegExp(solidWords('zh', 'never'), 'u');

/** In a list of office holders, the one that the tagger missed has the same form as the others. */
export const listedOffice: CorrectionRule = {
  id: 'listed-office',
  languages: ['zh'],
  examples: [
    [
      'zh',
      '甲国首相[洪奈]、乙国总理宋赛塔、丙国总理[范明]出席',
      '甲国首相[洪奈]、乙国总理[宋赛塔]、丙国总理[范明]出席',
    ],
    ['zh', '是总书记亲自谋划、亲自部署、亲自推动的', '是总书记亲自谋划、亲自部署、亲自推动的'],
  ],
  apply: ({ text }, spans) => {
    const found = [...text.matchAll(listed)].slice(0, mostListed).flatMap(({ 0: whole, index, groups }) => {
      const name = groups?.name ?? '';
      const end = index + whole.length;
      return noName.test(name) ? [] : [{ start: end - name.length, end }];
    });
    return inOrder(spans, keepFree(found, spans));
  },
};
