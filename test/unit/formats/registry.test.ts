import { expect, test } from '@jest/globals';
import { decoders } from '../../../chain/decode/decoders.ts';

const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, at) => names.indexOf(name) !== at);

test('no two formats share a name or a media type', () => {
  expect(twice(decoders.map(({ name }) => name))).toEqual([]);
  expect(twice(decoders.flatMap(({ contentTypes }) => contentTypes))).toEqual([]);
});
