import { keepFree, type NameSpan } from '../name-span.ts';

const chinese = /[\u3400-\u9fff々]$/u;
const reading =
  /^(?: ?[(（] ?([\u3041-\u30ff][\u3041-\u30ff =＝]{0,22}[\u3041-\u30ff])(?= ?[)）])|[=＝]([\u3041-\u309f][\u3041-\u309f・]{1,22})(?=[=＝、]))/u;

/** Japanese news gives a name once more in kana, in brackets (`川村(かわむら)氏`, `李明(イ・ミョン)`): that is a mention too. */
export const addReadings = (text: string, spans: readonly NameSpan[]): NameSpan[] => {
  const readings = spans.flatMap(({ start, end }): NameSpan[] => {
    if (!chinese.test(text.slice(start, end))) return [];
    const found = reading.exec(text.slice(end, end + 30));
    const name = found?.[1] ?? found?.[2];
    if (!found || !name) return [];
    const from = end + found[0].length - name.length;
    return [{ start: from, end: from + name.length }];
  });
  return [...keepFree(spans, readings), ...readings].sort((one, other) => one.start - other.start);
};
