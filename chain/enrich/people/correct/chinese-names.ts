import type { CorrectionRule } from './rule.ts';
import { solidWords } from './solid-words.ts';

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
