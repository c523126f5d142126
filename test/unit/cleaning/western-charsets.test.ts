import { describe, expect, test } from '@jest/globals';
import { decodeBytes } from '../../../chain/decode/charset.ts';

/** Bytes of a single-byte charset, by turning its decoder round. */
const encode = (text: string, charset: string): Uint8Array => {
  const decoder = new TextDecoder(charset);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((character) => table.get(character) ?? 0x3f));
};

const western = [
  'tickets rose to £25 and £30',
  'The fund is worth €25 million',
  'a fee of £5',
  'It was 35°C in the north and 41°C in the south',
  '5 °C',
  'pursuant to § 5 and §§ 7–9',
  'a naïve façade',
  '© 2019 The Paper',
  '“Yes”, he said – “no”…',
  'The résumé costs £3½',
  'Il presidente è arrivato',
  'La città è più bella, perché c’è il sole; però costerà 1.000 €',
  'È LA VERITÀ: PERCHÉ LA CITTÀ È COSÌ',
  'De minister gaat het coördineren',
  'De financiële crisis in België en de zeeën',
  'Een één-op-ééngesprek',
  'Le président français a été reçu à l’Élysée, où il a présenté son équipe',
  'LE PRÉSIDENT A ÉTÉ REÇU À L’ÉLYSÉE, OÙ IL A PRÉSENTÉ SON ÉQUIPE',
  '«\u00a0Oui\u00a0», a-t-il dit\u00a0: 25\u00a0€, 30\u00a0°C\u00a0!',
  'ÉTÉ',
  'DES ÉTÉS',
  'Çà et là',
  'A SELEÇÃO E A EDUCAÇÃO: AÇÕES NÃO SÃO OPÇÕES',
  'A situação não é fácil; são ações e opções',
  'O 1º lugar e a 2ª edição',
  '¿Qué pasó? ¡Ñandú! El niño comió piña en el año 2019',
  'ESPAÑA: LA SELECCIÓN GANÓ EN CÁDIZ',
  'Der Außenminister führte Gespräche über die „Zusammenarbeit“',
  'ÜBER ÄRZTE UND ÖSTERREICH',
  'Größe, Ärger, Öl; Maßnahmen für Bürger',
  'Hun så på blåbær og rødgrød med fløde; på øen',
  'Statsminister på Østerbro: Ældre får mere på Ærø',
  'Året då åar och öar får ägare; å, ä och ö',
  'Hyvää yötä, sää jäähtyy – äiti lähti työhön',
  'Öö on käes, head ööd! Õunapuu õitseb jõe ääres',
  'Það er þó ekki síðan í gær að þú sást það; þá kom Þórður í kvæðið og þýddi óæðri þjóðsögur á öðrum stað',
  'Þá fór hún út á svæðið.',
  'Tá an tír seo go hálainn; éirí na gréine',
  'L’avi és català: açò és una col·lecció d’estiu i què més',
  '\u00a0\u00a0\u00a0\u00a0An indented line\u00a0\u00a0\u00a0\u00a0',
  'A\u00a0\u00a0 B\u00a0\u00a0 C\u00a0\u00a0É',
];

describe('text that is stated as Latin 1, and is', () => {
  test.each(western)('%s', (text) => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body><p>${text}</p></body></html>`;
    expect(decodeBytes(encode(text, 'windows-1252'), 'iso-8859-1').text).toBe(text);
    expect(decodeBytes(encode(page, 'windows-1252'), null).text).toBe(page);
    expect(decodeBytes(encode(page, 'windows-1252'), 'iso-8859-1').text).toBe(page);
  });
});

const foreign: readonly (readonly [string, string])[] = [
  ['windows-1251', 'Он и я в лесу, а ты?'],
  ['windows-1251', 'Он взял iPhone-ом и SMS-ки из 5-го IT-рынка'],
  ['windows-1251', 'web-сайт и PR-ход'],
  ['windows-1251', 'и в с'],
  ['windows-1251', 'Я и ты'],
  ['windows-1251', 'А Б В Г Д'],
  ['windows-1251', 'А | Б | В | Г | Д | Е | Ж | З | И | К | Л'],
  ['koi8-r', 'Он и я в лесу, а ты?'],
  ['windows-1253', 'Αυτός και η γη'],
  ['windows-1251', 'Президент России и глава МИД встретились в Москве'],
  ['windows-1251', 'Курс доллара вырос до 75 рублей, сообщает IT-компания Yandex'],
  ['koi8-r', 'Президент России и глава МИД встретились в Москве'],
  ['windows-1253', 'Ο υπουργός Εξωτερικών συναντήθηκε με τον ομόλογό του στην Αθήνα'],
  ['windows-1255', 'שר החוץ נפגש ביום חמישי עם עמיתו בירושלים'],
  ['windows-1256', 'التقى وزير الخارجية يوم الخميس نظيره الروسي في القاهرة'],
  ['windows-874', 'นายกรัฐมนตรีพบกับรัฐมนตรีต่างประเทศที่กรุงเทพ'],
];

describe('text that is stated as Latin 1, and is in another script', () => {
  test.each(foreign)('%s: %s', (charset, text) => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body><p>${text}</p></body></html>`;
    expect(decodeBytes(encode(text, charset), 'iso-8859-1').text).toBe(text);
    expect(decodeBytes(encode(page, charset), null).text).toBe(page);
  });
});

test.each([
  'tickets rose to £25 and £30',
  '35°C and 41°C',
  'Il presidente è arrivato',
  'È arrivato: è qui',
  'coördineren',
  'å, ä och ö',
  'Åker på sjön: å, ä, ö och Ö',
  'Það er þó ekki síðan í gær að þú sást það; þá kom Þórður í kvæðið',
  '½ cup of milk, ¼ cup of water, ¾ cup of sugar',
  '100 m² and 5 m³ rooms',
  '10² × 3 ÷ 2 ± 1',
  '¥100 and ¢50',
  '¶ 5 · 6 • 7',
  '5 µm, Acme™',
  'œuvre cœur sœur Œdipe',
])('without a statement, a few accents or signs do not make another charset: %s', (text) => {
  expect(decodeBytes(encode(text, 'windows-1252'), null).text).toBe(text);
});

test.each([
  ['windows-1251', 'Он и я в лесу, а ты?'],
  ['windows-1251', 'и в с'],
  ['windows-1251', 'А Б В Г Д'],
  ['koi8-r', 'Он и я в лесу, а ты?'],
  ['iso-8859-2', 'Kávu mali ľudia vždy a pleť u Vás'],
  ['iso-8859-2', 'Łódź'],
  ['windows-1250', 'zespół tańca nowoczesnego, coś ślicznego'],
])(
  'without a statement, letters whose bytes are signs or short words stay letters: %s %s',
  (charset, text) => {
    expect(decodeBytes(encode(text, charset), null).text).toBe(text);
  },
);
