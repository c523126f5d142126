import { describe, expect, test } from '@jest/globals';
import { bestCut } from '../../../chain/clean/cut.ts';

describe('the cut between text and the rest', () => {
  test('is one half where that finds the text', () => {
    expect(bestCut(Float64Array.of(0.9, 0.8, 0.4, 0.1), [40, 40, 10, 200])).toBe(0.5);
  });

  test('is lower where the likeliest lines by far are less likely than not', () => {
    expect(bestCut(Float64Array.of(0.01, 0.48, 0.45, 0.01), [100, 20, 20, 100])).toBe(0.45);
  });

  test('finds no text on a page of equally unlikely lines', () => {
    expect(bestCut(new Float64Array(50).fill(0.08), new Array<number>(50).fill(10))).toBe(0.5);
    expect(bestCut(new Float64Array(0), [])).toBe(0.5);
  });
});
