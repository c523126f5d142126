import { describe, expect, test } from '@jest/globals';
import { sharedBands, signatureOf } from '../../../chain/enrich/story/signature.ts';

const sentences = [
  'The foreign ministers of the two countries met in the old town hall on Tuesday morning.',
  'They spoke for three hours about the new bridge, the price of grain and the rights of fishermen.',
  'A joint statement said that both sides would send experts to the border before the end of May.',
  'The bridge was closed two years ago after a flood had carried away one of its pillars.',
  'Trade between the neighbours has fallen by a third since then, according to the chamber of commerce.',
  'Farmers on the eastern bank now drive sixty kilometres to reach the market on the other side.',
  'The ministers will meet again in September, this time in the harbour city on the coast.',
];
const whole = sentences.join(' ');

describe('the fingerprint of a text', () => {
  test('is the same for the same words, whatever stands between them', () => {
    expect(signatureOf(whole.replaceAll('. ', '.\n— ').toUpperCase())).toEqual(signatureOf(whole));
  });
  test('is shared by a copy with a credit before and a sentence cut off', () => {
    const copy = `The agency reports: ${sentences.slice(0, -1).join(' ')}`;
    expect(sharedBands(signatureOf(whole), signatureOf(copy))).toBeGreaterThan(1);
  });
  test('is not shared by a text that quotes one sentence of it', () => {
    const other = [...sentences]
      .reverse()
      .map((sentence) => sentence.split(' ').reverse().join(' '))
      .join(' ');
    expect(sharedBands(signatureOf(whole), signatureOf(`${other} ${sentences[2]}`))).toBeLessThan(3);
  });
  test('works for scripts without spaces', () => {
    const text =
      '两国外交部长周二上午在老市政厅会面，就新桥、粮价和渔民权利谈了三个小时。联合声明说，双方将在五月底之前派专家前往边境。';
    expect(sharedBands(signatureOf(text), signatureOf(`据通讯社报道，${text}`))).toBeGreaterThan(1);
  });
  test('is not given to what is too short to judge', () => {
    expect(signatureOf('The minister declined to comment.')).toEqual([]);
  });
});
