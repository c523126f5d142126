import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildAutomaton } from '../../../lab/train/forms/automaton.ts';

const [END, LAST, TARGET] = [1 << 22, 1 << 23, (1 << 22) - 1];

/** All sequences of an automaton, in order. */
const sequencesOf = (arcs: Uint32Array, node = arcs[0] ?? 0, before: number[] = []): number[][] => {
  const found: number[][] = [];
  for (let at = node; at !== 0; at += 1) {
    const arc = arcs[at] ?? 0;
    const sequence = [...before, arc >>> 24];
    if (arc & END) found.push(sequence);
    if (arc & TARGET) found.push(...sequencesOf(arcs, arc & TARGET, sequence));
    if (arc & LAST) break;
  }
  return found;
};

const compare = (left: readonly number[], right: readonly number[]): number => {
  const at = left.findIndex((label, place) => label !== right[place]);
  return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
};

describe('automata', () => {
  test('hold exactly what was added', () => {
    const sequence = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(sequence, { selector: String, maxLength: 40 }), (given) => {
        const sorted = [...given].sort(compare);
        const automaton = buildAutomaton();
        for (const one of sorted) automaton.add(one);
        expect(sequencesOf(automaton.finish())).toEqual(sorted);
      }),
    );
  });

  test('share what ends alike', () => {
    const automaton = buildAutomaton();
    for (const first of [1, 2, 3, 4]) automaton.add([first, 7, 8, 9]);
    expect(automaton.finish()).toHaveLength(1 + 4 + 3);
  });
});
