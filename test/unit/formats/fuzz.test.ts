import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decoders, findContainer } from '../../../chain/decode/decoders.ts';
import { decode } from '../../../chain/decode/index.ts';
import { submitInput } from '../../../chain/decode/submit.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import { seeds, splinters } from '../../support/fuzz-seeds.ts';

const numRuns = Number(process.env.DATELINE_FUZZED_INPUTS ?? (process.env.DATELINE_LONG_TESTS ? 10_000 : 60));
/** No input of some kilobytes may take longer, on a busy machine either. */
const longestMs = 2000;

/** Takes an input as far as the worker would. @returns what became of it; throws what is no refusal */
const take = async (content: string | Uint8Array, contentType: string): Promise<string> => {
  const input = { contentType, charset: null, content, given: {} };
  const outcomes: string[] = [];
  const refusals = async (step: () => unknown): Promise<void> => {
    try {
      await step();
      outcomes.push('taken');
    } catch (error) {
      if (!(error instanceof RejectedArticle)) throw error;
      outcomes.push(error.reason);
    }
  };
  const submitted = submitInput(input);
  outcomes.push(submitted.kind);
  await refusals(() => cleanArticle(decode({ id: 'fuzzed', revision: 1, input })));
  if (typeof content === 'string')
    await refusals(async () => {
      const container = findContainer(contentType, () => content);
      if (container) for await (const _ of container.split(content));
    });
  return outcomes.join(' ');
};

type Edit = readonly [
  kind: 'insert' | 'cut' | 'double' | 'swap',
  at: number,
  length: number,
  splinter: string,
];

const edit = fc.tuple(
  fc.constantFrom('insert' as const, 'cut' as const, 'double' as const, 'swap' as const),
  fc.nat(4000),
  fc.nat(300),
  fc.oneof(fc.constantFrom(...splinters), fc.string({ unit: 'binary', maxLength: 30 })),
);

const damage = (text: string, edits: readonly Edit[]): string => {
  let damaged = text;
  for (const [kind, place, length, splinter] of edits) {
    const at = place % (damaged.length + 1);
    const [before, part, after] = [
      damaged.slice(0, at),
      damaged.slice(at, at + length),
      damaged.slice(at + length),
    ];
    if (kind === 'insert') damaged = before + splinter + part + after;
    else if (kind === 'cut') damaged = before + after;
    else if (kind === 'double') damaged = before + part + part + after;
    else damaged = before + after + part;
  }
  return damaged;
};

const timed = async (content: string | Uint8Array, type: string): Promise<void> => {
  const begun = performance.now();
  expect(typeof (await take(content, type))).toBe('string');
  expect(performance.now() - begun).toBeLessThan(longestMs);
};

test('every format has a sound input to be damaged, which is read', async () => {
  expect(Object.keys(seeds).sort()).toEqual(decoders.map(({ name }) => name).sort());
  for (const [name, { type, text }] of Object.entries(seeds)) {
    if (name === 'json') continue;
    const input = { contentType: type, charset: null, content: text, given: {} };
    expect(decode({ id: 'sound', revision: 1, input }).format).toBe(name);
  }
});

test.each(Object.entries(seeds))(
  '%s: whatever comes ends in an article or a reason, soon',
  async (_name, { type, text }) => {
    const declared = fc.oneof(
      fc.constant(type),
      fc.constantFrom('', 'text/html', 'application/xml', 'application/json'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { maxLength: 12 }),
        declared,
        fc.boolean(),
        async (edits, as, isBytes) => {
          const damaged = damage(text, edits);
          await timed(isBytes ? Buffer.from(damaged, edits.length % 2 ? 'latin1' : 'utf8') : damaged, as);
        },
      ),
      { numRuns },
    );
  },
  1_800_000,
);
