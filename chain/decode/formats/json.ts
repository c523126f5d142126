import type { Decoder } from '../decoder.ts';

/** Our own JSON: its fields came in `given`, and are believed. */
export const json: Decoder = {
  name: 'json',
  contentTypes: ['application/json'],
  recognizes: () => false,
  read: (_text, { given }) => ({ blocks: [], statements: [], url: given.url ?? null }),
};
