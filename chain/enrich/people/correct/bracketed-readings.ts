import { keepFree, type NameSpan } from '../name-span.ts';
import { type CorrectionRule, inOrder } from './rule.ts';

const chinese = /[\u3400-\u9fff々]$/u;
const reading =
  /^(?: ?[(（] ?([\u3041-\u30ff][\u3041-\u30ff =＝]{0,22}[\u3041-\u30ff])(?= ?[)）])|[=＝]([\u3041-\u309f][\u3041-\u309f・]{1,22})(?=[=＝、]))/u;

/** Japanese news repeats a name in kana in brackets: that is a mention too. */
export const bracketedReading: CorrectionRule = {
  id: 'bracketed-reading',
  languages: ['ja'],
  examples: [
    ['ja', '[田中太郎](たなか・たろう)氏が会見した。', '[田中太郎]([たなか・たろう])氏が会見した。'],
    ['ja', '[李明]（イ・[ミョン]）大統領', '[李明]（[イ・ミョン]）大統領'],
    ['ja', '[東川英夫]=ひがしかわ・ひでお=、49歳', '[東川英夫]=[ひがしかわ・ひでお]=、49歳'],
    [
      'ja',
      '[田中]氏(自民党)と[田中](51)と[スミス](すみす)氏',
      '[田中]氏(自民党)と[田中](51)と[スミス](すみす)氏',
    ],
  ],
  apply: ({ text }, spans) => {
    const readings = spans.flatMap(({ start, end }): NameSpan[] => {
      if (!chinese.test(text.slice(start, end))) return [];
      const found = reading.exec(text.slice(end, end + 30));
      const name = found?.[1] ?? found?.[2];
      if (!found || !name) return [];
      const from = end + found[0].length - name.length;
      return [{ start: from, end: from + name.length }];
    });
    return inOrder(keepFree(spans, readings), readings);
  },
};
