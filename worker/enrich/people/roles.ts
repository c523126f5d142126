import { cueClasses, cueOf } from './cues.ts';
import { hashFolded } from './hashing.ts';

const farthest = 90;
const mostWords = 8;

/** Titles of East Asian languages, which follow or precede a name without a space. */
export const attachedTitles: readonly string[] =
  `国务委员兼外长 国务院总理 国家主席 外交部长 外交部发言人 副总理 总理 主席 总统 外长 部长 总书记 书记 省长 市长 先生 女士 将军 发言人 大使
  總統 總理 外長 部長 主席 發言人 首相 大統領 次期大統領 前大統領 外相 防衛相 財務相 官房長官 長官 大臣 議員 知事 市長 社長 会長 容疑者 被告 選手
  監督 教授 氏 さん 首長 国王 夫人 元首相 前首相 元大統領 警部補 巡査部長 理事長 委員長 書記局長 幹事長 代表 官房長官 総理 理事 記者 대통령 전 총리 총리 장관 차관 대표 의원 위원장 시장 지사 후보 회장 사장 교수 감독 선수 씨`
    .split(/\s+/u)
    .sort((one, other) => other.length - one.length);

const solid = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/u;

/** The role or honorific printed beside a name, as it stands there; null where there is none. */
export const findRole = (text: string, start: number, end: number): string | null =>
  solid.test(text.charAt(start)) || solid.test(text.charAt(end - 1))
    ? findAttached(text, start, end)
    : findBefore(text, start);

const findAttached = (text: string, start: number, end: number): string | null => {
  const behind = text.slice(end, end + 12).trimStart();
  const before = text.slice(Math.max(0, start - 12), start).trimEnd();
  return (
    attachedTitles.find((title) => behind.startsWith(title)) ??
    attachedTitles.find((title) => before.endsWith(title)) ??
    null
  );
};

const findBefore = (text: string, start: number): string | null => {
  const window = text.slice(Math.max(0, start - farthest), start);
  const words = [...window.matchAll(/[\p{L}\p{M}-]{1,40}\.?/gu)];
  let first = words.length;
  let roleAt = -1;
  let next = window.length;
  for (let at = words.length - 1; at >= 0 && words.length - at <= mostWords; at -= 1) {
    const word = words[at];
    if (!word || !/^[ \u00a0]*$/u.test(window.slice(word.index + word[0].length, next))) break;
    const bare = word[0].replace(/\.$/u, '');
    const cue = cueOf(hashFolded(bare, 0, bare.length));
    const capital = /^\p{Lu}/u.test(bare) && cue !== cueClasses.calendar && cue !== cueClasses.function;
    const isRole = cue === cueClasses.role || cue === cueClasses.honorific;
    const belongs =
      isRole ||
      cue === cueClasses.modifier ||
      cue === cueClasses.particle ||
      (roleAt >= 0 && cue === cueClasses.function && /^(?:and|of|for|y|e|et|und|и)$/iu.test(bare));
    if (!belongs && !(capital && (roleAt >= 0 || cue === cueClasses.organisation))) break;
    if (isRole || cue === cueClasses.modifier || capital) first = at;
    if (isRole) roleAt = at;
    next = word.index;
  }
  const opening = words[first];
  return roleAt < 0 || !opening ? null : window.slice(opening.index).trim();
};
