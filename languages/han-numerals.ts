const digits = '〇一二三四五六七八九';

/** 十九, 九十. */
const tens = (number: number): string => {
  const [ten, one] = [Math.floor(number / 10), number % 10];
  const sign = (digit: number): string => (digit === 0 ? '' : (digits[digit] ?? ''));
  return ten === 0 ? sign(one) : `${ten === 1 ? '' : sign(ten)}十${sign(one)}`;
};

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

const yearInDigits = (year: number, zero: string): string =>
  [...String(year)].map((digit) => (digit === '0' ? zero : digits[Number(digit)])).join('');

const years = Array.from({ length: 200 }, (_, at) => 1900 + at);

/**
 * Rules of a `mapping` character filter: 第十九届 is 第19届, 二〇二〇年 is 2020年.
 *
 * @param counters  characters that show that the numeral before them is a number; one character each
 * @param longer  the same, of several characters
 */
export const hanNumerals = (counters: string, longer: readonly string[] = []): readonly string[] => [
  ...new Set([
    ...years.flatMap((year) => ['〇', '零', '○'].map((zero) => `${yearInDigits(year, zero)}年 => ${year}年`)),
    ...upTo(99).flatMap((number) => [
      `第${tens(number)} => 第${number}`,
      ...[...counters, ...longer].map((counter) => `${tens(number)}${counter} => ${number}${counter}`),
    ]),
  ]),
];
