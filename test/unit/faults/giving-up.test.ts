import { expect, test } from '@jest/globals';
import { runWriter } from '../../../lab/faults/clients.ts';
import { allToTheirEnd } from '../../../lab/faults/together.ts';
import { createRandom } from '../../../lab/random.ts';

test('the first failure ends a client that waits for an answer, and is told when all have ended', async () => {
  const failing = new AbortController();
  const options = {
    name: 'client',
    // Nobody listens there: the writer insists for a quarter of an hour.
    api: 'http://127.0.0.1:1',
    key: '',
    ledger: { expected: new Map(), acknowledged: 0 },
    random: createRandom(1),
    stopped: new AbortController().signal,
    givenUp: failing.signal,
  };
  const ended: string[] = [];
  const writer = runWriter(options).finally(() => ended.push('writer'));
  const kills = new Promise((_, reject) => setTimeout(reject, 300, new Error('no server came back')));
  await expect(allToTheirEnd([writer, kills], () => failing.abort())).rejects.toThrow('no server came back');
  expect(ended).toEqual(['writer']);
  expect(options.ledger.acknowledged).toBe(0);
});

test('where nothing fails nobody gives up', async () => {
  let givenUp = 0;
  const results = await allToTheirEnd([Promise.resolve(1), Promise.resolve('b')], () => {
    givenUp += 1;
  });
  expect([results, givenUp]).toEqual([[1, 'b'], 0]);
});
