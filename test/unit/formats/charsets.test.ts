import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeBytes } from '../../../chain/decode/charset.ts';
import { decode } from '../../../chain/decode/index.ts';

const korean = '항만 위원회는 월요일에 새 방파제를 짓기로 하고 공사를 내년 봄에 시작한다고 밝혔다.';

const textOf = (content: string): string =>
  decode({ id: 'c', revision: 1, input: { contentType: 'text/html', charset: null, content, given: {} } })
    .blocks.map(({ text }) => text)
    .join(' ');

describe('text that was written wrongly before us', () => {
  test('UTF-8 read as windows-1252 is turned back, wholly or in parts', () => {
    const garbled = '<p>Der Rat beschlieÃŸt, dass die GrÃ¶ÃŸe fÃ¼r SchÃ¼ler gilt</p>';
    const sound = 'Der Rat beschließt, dass die Größe für Schüler gilt';
    expect(textOf(garbled)).toBe(sound);
    expect(textOf(`${garbled}<p>– „Größe“ ist schön –</p>`)).toBe(`${sound} – „Größe“ ist schön –`);
    const french = 'Ã est une lettre. L’été à «\u00a0Orléans\u00a0» déçoit';
    expect(textOf(`<p>${french}</p>`)).toBe('Ã est une lettre. L’été à « Orléans » déçoit');
  });

  test('marks stand on their letters, and no sign of direction is kept', () => {
    expect(textOf(`<p>${'Hội đồng cảng'.normalize('NFD')}</p>`)).toBe('Hội đồng cảng');
    expect(textOf('<p>\u202bمجلس\u202c \u2067الميناء\u2069</p>')).toBe('مجلس الميناء');
  });
});

describe('charsets that are hard to know', () => {
  test.each([
    ['Der Rat beschloß die Größe der Mole, sagte der Bürgermeister früh, während Schüler übten.', 'ß'],
    ['Портовый совет утвердил новый волнолом, сказал председатель.', 'в'],
  ])('UTF-8 with a broken byte stays UTF-8: %s', (text, letter) => {
    const bytes = Buffer.from(text);
    const at = bytes.indexOf(Buffer.from(letter));
    const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at)]);
    for (const declared of [null, 'iso-8859-1']) {
      const read = decodeBytes(broken, declared);
      expect(read.charset).toBe('utf-8');
      expect(read.text.replace(/[ÿ\ufffd]/, '')).toBe(text);
    }
  });

  test('one letter of Latin 1 within UTF-8 is read as that letter', () => {
    const page = Buffer.from('À l’été, le maire a été reçu à Orléans par des élèves; la fête du café');
    const latin = Buffer.concat([page, Buffer.from(' d\xe9cid\xe9e', 'latin1')]);
    expect(decodeBytes(latin, null).text).toBe(
      'À l’été, le maire a été reçu à Orléans par des élèves; la fête du café décidée',
    );
  });

  test('Korean without a statement is no Thai, and may hold every syllable', () => {
    expect(decodeBytes(iconv.encode(korean, 'cp949'), null)).toEqual({ text: korean, charset: 'euc-kr' });
    const rare = `<meta charset="euc-kr"><p>똠방각하가 뷁이라 했다. ${korean}</p>`;
    expect(decodeBytes(iconv.encode(rare, 'cp949'), null).text).toBe(rare);
  });

  test('Big5 with the characters of Hong Kong', () => {
    const page = '<meta charset="big5-hkscs"><p>佢哋喺碼頭講嘢，話啲船冇返嚟。</p>';
    expect(decodeBytes(iconv.encode(page, 'big5-hkscs'), null).text).toBe(page);
  });

  test.each([
    ['a comment', '<!-- old: <meta charset="koi8-r"> -->'],
    ['a script', '<script>load("x", "<meta charset=koi8-r>")</script>'],
    ['a title', '<title>charset=koi8-r</title>'],
    ['the text', '<p>Write charset=koi8-r in the head</p>'],
  ])('a charset named in %s is no statement', (_where, markup) => {
    const page = `${markup}<p>Князь жалеет: прошлой осенью дожди размыли дорогу к пристани, пишет газета</p>`;
    expect(decodeBytes(iconv.encode(page, 'win1251'), null).text).toBe(page);
  });

  test.each(['utf-16le', 'utf-16be'])('%s without a byte order mark', (charset) => {
    const page = '<p>Порт открыт, сказал министр.</p>';
    const bytes = iconv.encode(page, charset);
    expect(decodeBytes(bytes, 'utf-16').text).toBe(page);
    expect(decodeBytes(iconv.encode('<p>Port is open, she said.</p>', charset), null).text).toContain('open');
  });
});
