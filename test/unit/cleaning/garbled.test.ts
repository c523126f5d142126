import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { repairGarbled } from '../../../chain/decode/garbled.ts';

const shownAs = (charset: string, bytes: Uint8Array): string => new TextDecoder(charset).decode(bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const german =
  'Für die Bürgermeisterin überraschend: Die Brücke über den Fluss öffnet früher als geplant. '.repeat(8);
const russian = 'Смотрители северного берега открыли журналы маяков для всех читателей. '.repeat(3);
const cyrillic = Uint8Array.from([...russian].map((letter) => byteOf(letter)));

function byteOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return code;
  return code === 0x451 ? 0xb8 : code - 0x410 + 0xc0;
}

describe('text that was read in a wrong charset and written again', () => {
  test('UTF-8 taken for windows-1252', () => {
    expect(repairGarbled(shownAs('windows-1252', utf8(german)))).toBe(german);
  });

  test('bytes of another charset taken for Latin, and once more behind it', () => {
    const once = shownAs('iso-8859-15', cyrillic);
    expect(repairGarbled(once)).toBe(russian);
    expect(repairGarbled(shownAs('windows-1252', utf8(once)))).toBe(russian);
  });

  test('what is garbled beside sound text is turned back by itself', () => {
    expect(repairGarbled(`${shownAs('windows-1252', utf8(german))} 北京`)).toBe(`${german} 北京`);
  });

  test('what is right stays as it is, and so do a few signs that an article on charsets prints', () => {
    const onCharsets = `${german} Aus „ü“ wird „Ã¼“, aus „ä“ wird „Ã¤“, und aus „ß“ wird „ÃŸ“.`;
    for (const text of [german, russian, onCharsets]) expect(repairGarbled(text)).toBe(text);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(repairGarbled(repairGarbled(text))).toBe(repairGarbled(text));
      }),
    );
  });
});
