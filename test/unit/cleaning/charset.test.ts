import { describe, expect, test } from '@jest/globals';
import { decodeBytes } from '../../../chain/decode/charset.ts';

const russian = 'Министр иностранных дел провёл переговоры с коллегой о сотрудничестве в регионе.';

/** Bytes of a single-byte charset, by turning its decoder round. */
const encode = (text: string, charset: string): Uint8Array => {
  const decoder = new TextDecoder(charset);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((character) => table.get(character) ?? 0x3f));
};

describe('charsets', () => {
  test.each(['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'])(
    '%s is known by its bytes alone',
    (charset) => {
      expect(decodeBytes(encode(russian, charset), null).text).toBe(russian);
    },
  );

  test('a statement in the page is believed', () => {
    const page = `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Książę żąda</p>`;
    expect(decodeBytes(encode(page, 'iso-8859-2'), null)).toEqual({ text: page, charset: 'iso-8859-2' });
  });

  test('UTF-8 that proves itself overrules a false statement', () => {
    const page = `<meta charset="windows-1251"><p>${russian}</p>`;
    expect(decodeBytes(new TextEncoder().encode(page), 'koi8-r').text).toBe(page);
  });

  test('a statement of UTF-8 that the bytes belie is passed over', () => {
    const page = `<meta charset="utf-8"><p>${russian}</p>`;
    expect(decodeBytes(encode(page, 'windows-1251'), 'utf-8').text).toBe(page);
  });

  test('Latin 1 that a server states without a look is not believed', () => {
    const polish = `<meta charset="iso-8859-2"><p>Książę żąda, by rząd się zgodził</p>`;
    expect(decodeBytes(encode(polish, 'iso-8859-2'), 'iso-8859-1').text).toBe(polish);
    expect(decodeBytes(encode(russian, 'windows-1251'), 'iso-8859-1').text).toBe(russian);
    expect(decodeBytes(encode(`<meta charset="iso-8859-1">${russian}`, 'koi8-r'), null).text).toContain(
      russian,
    );
    const french = 'Le président français a été reçu à l’Élysée, où il a présenté son équipe.';
    expect(decodeBytes(encode(french, 'windows-1252'), 'iso-8859-1').text).toBe(french);
  });

  test('UTF-8 cut in the middle of a character loses no more than that character', () => {
    const bytes = new TextEncoder().encode(russian);
    expect(decodeBytes(bytes.subarray(0, 41), null).text).toBe(russian.slice(0, 21));
  });

  test('Chinese and Japanese by their bytes alone', () => {
    // The six characters of a capital and its ministry, in GB 18030; a greeting in Shift_JIS.
    const chinese = Uint8Array.from([
      0xb1, 0xb1, 0xbe, 0xa9, 0xcd, 0xe2, 0xbd, 0xbb, 0xb2, 0xbf, 0xb5, 0xc4, 0xc8, 0xcb,
    ]);
    expect(decodeBytes(chinese, null).text).toBe('北京外交部的人');
    const japanese = Uint8Array.from([0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd]);
    expect(decodeBytes(japanese, null).text).toBe('こんにちは');
  });
});
