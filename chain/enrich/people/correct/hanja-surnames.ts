import { readHanja } from '../coreference/hanja.ts';
import { keepFree } from '../name-span.ts';
import { type CorrectionRule, inOrder } from './rule.ts';

const hangulName = /^[\uac00-\ud7a3]{2,4}$/u;
const alone =
  /(?<![\u3400-\u9fff\uf900-\ufaff])[\u4e00-\u9fff\uf900-\ufaff](?![\u3400-\u9fff\uf900-\ufaff])/gu;
const single = /^[\u3400-\u9fff\uf900-\ufaff]$/u;

/**
 * Single Chinese characters of a Korean text are names exactly where someone of that surname is named in full: the
 * others are abbreviated countries and parties.
 */
export const hanjaSurname: CorrectionRule = {
  id: 'hanja-surname',
  languages: ['ko'],
  examples: [
    [
      'ko',
      '尹, 회의 주재\n[윤철수] 대통령은 10일 밝혔다.',
      '[尹], 회의 주재\n[윤철수] 대통령은 10일 밝혔다.',
    ],
    ['ko', '[美]·[與] "文 해명해야"\n[윤철수] 대통령', '美·與 "文 해명해야"\n[윤철수] 대통령'],
    ['ko', '尹錫東 전시회\n[윤철수] 대통령', '尹錫東 전시회\n[윤철수] 대통령'],
  ],
  apply: ({ text }, spans) => {
    const named = spans.filter(({ start, end }) => !single.test(text.slice(start, end)));
    const surnames = new Set(
      named
        .map(({ start, end }) => text.slice(start, end))
        .filter((name) => hangulName.test(name))
        .map((name) => name.charAt(0)),
    );
    const found = [...text.matchAll(alone)]
      .filter(({ 0: character }) => surnames.has(readHanja(character) ?? ''))
      .map(({ index }) => ({ start: index, end: index + 1 }));
    return inOrder(named, keepFree(found, named));
  },
};
