import { normalize } from '../../../../domain/normalize.ts';

/**
 * Surnames that Korean headlines print as one Chinese character (`尹, 폴란드행`). Those that mean a country or a
 * side more often (`韓`, `南`) are left out.
 */
const readings: ReadonlyMap<string, string> = new Map(
  `尹윤 文문 李이 朴박 金김 秋추 安안 洪홍 曺조 趙조 曹조 黃황 鄭정 丁정 崔최 張장 林임 吳오 申신 徐서 權권 柳유 劉유 兪유
  梁양 宋송 孫손 沈심 盧노 姜강 許허 羅나 裵배 閔민 成성 禹우 朱주 池지 嚴엄 蔡채 千천 孔공 玄현 咸함 廉염 陸육 魏위 呂여 潘반
  薛설 太태 表표 明명 奇기 琴금 魯노 房방 片편`
    .split(/\s+/u)
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/**
 * The surname in Hangul that a single Chinese character stands for; null if it is not one. Korean keyboards write some
 * of them as compatibility characters (U+F9E1 for U+674E), which NFC makes the usual ones.
 */
export const readHanja = (character: string): string | null =>
  readings.get(normalize(character, 'NFC')) ?? null;

/** Of two people with one surname, the president is the one whom a headline calls by one Chinese character. */
export const impliedTitle = (name: string): string | null => (readHanja(name) ? '대통령' : null);
