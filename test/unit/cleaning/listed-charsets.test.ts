import { describe, expect, test } from '@jest/globals';
import { decodeBytes } from '../../../chain/decode/charset.ts';

/** Bytes of a charset of one or two bytes a character, by turning its decoder round. */
const encode = (text: string, charset: string): Uint8Array => {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, [lead, trail]);
    }
  }
  for (let byte = 0; byte < 256; byte += 1) {
    const character = decoder.decode(Uint8Array.of(byte));
    if (character.length === 1 && character !== '\ufffd') table.set(character, [byte]);
  }
  return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [0x3f]));
};

const lines: readonly (readonly [string, string])[] = [
  ['gb18030', '外交部长星期四在北京会见来访的俄罗斯外长，双方就地区局势交换意见。'],
  ['big5', '外交部長星期四在台北會見來訪的日本代表，雙方就地區局勢交換意見。'],
  ['shift_jis', '外務大臣は木曜日、東京でロシア外相と会談し、地域情勢について意見を交わした。'],
  ['euc-jp', '外務大臣は木曜日、東京でロシア外相と会談し、地域情勢について意見を交わした。'],
  ['euc-kr', '외교부 장관은 목요일 서울에서 러시아 외무장관을 만나 지역 정세를 논의했다.'],
  ['windows-1251', 'Министр иностранных дел провёл переговоры с коллегой.'],
  ['koi8-r', 'Министр иностранных дел провёл переговоры с коллегой.'],
  ['iso-8859-2', 'Minister spraw zagranicznych odbył rozmowę o współpracy między krajami.'],
  ['iso-8859-5', 'Министр иностранных дел провел переговоры с коллегой.'],
  ['iso-8859-7', 'Ο υπουργός Εξωτερικών συναντήθηκε με τον ομόλογό του στην Αθήνα.'],
  ['iso-8859-15', 'Le ministre a annoncé 30 € de plus pour les élèves des lycées français.'],
  ['windows-1252', 'Der Außenminister führte Gespräche über die „Zusammenarbeit“.'],
  ['windows-1254', 'Dışişleri Bakanı perşembe günü Ankara’da mevkidaşıyla görüştü.'],
  ['windows-1255', 'שר החוץ נפגש ביום חמישי עם עמיתו בירושלים.'],
  ['windows-1256', 'التقى وزير الخارجية يوم الخميس نظيره الروسي في القاهرة.'],
];

describe.each(lines)('%s', (charset, text) => {
  const page = `<html><head><meta charset="${charset}"></head><body><p>${text}</p></body></html>`;
  const bytes = encode(page, charset);

  test('is read as the page states it, and as the transport does', () => {
    expect(decodeBytes(bytes, null).text).toBe(page);
    expect(decodeBytes(encode(text, charset), charset).text).toBe(text);
  });

  test('is not taken for Latin 1 where the transport states that and the page its own', () => {
    expect(decodeBytes(bytes, 'iso-8859-1').text).toBe(page);
  });

  test('cut in the middle of a character loses the end and no more', () => {
    const whole = text.slice(0, 20);
    const cut = encode(page, charset).subarray(
      0,
      encode(page.slice(0, page.indexOf(text) + 21), charset).length - 1,
    );
    expect(decodeBytes(cut, null).text).toContain(whole);
  });

  test('is not taken for UTF-8 where the transport lies', () => {
    expect(decodeBytes(bytes, 'utf-8').text).toBe(page);
  });
});

const ofOtherScripts = lines.filter(([, text]) => !/[a-z]{3}/.test(text));

test.each(ofOtherScripts)('%s is known though all states Latin 1', (charset, text) => {
  const page = `<html><head><meta charset="iso-8859-1"></head><body><p>${text}</p></body></html>`;
  expect(decodeBytes(encode(page, charset), 'iso-8859-1').text).toBe(page);
});
