import { wordsOfAll } from '../../../../languages/choices.ts';
import type { NameSpan } from '../name-span.ts';
import { findRoleBefore } from './spaced-roles.ts';
import { standingTitles, titleAt, titleAtEnd } from './standing-titles.ts';

const solid = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/u;

/** The role or honorific beside a name, as printed; null if there is none. */
export const findRole = (text: string, start: number, end: number, language: string): string | null =>
  solid.test(text.charAt(start)) || solid.test(text.charAt(end - 1))
    ? findAttached(text, start, end)
    : findRoleBefore(text, start, end, language);

const formerWords = wordsOfAll(({ names }) => names?.former);
const presentWords = wordsOfAll(({ names }) => names?.present);
const timeWords = [...formerWords, ...presentWords].join('|');
/** "Former", "present": comes between a name and its title. */
const formerly = new RegExp(`^(?:${timeWords})[ \\u00a0]?`, 'u');

const findAttached = (text: string, start: number, end: number): string | null => {
  const behind = text
    .slice(end, end + 12)
    .trimStart()
    .replace(formerly, '');
  const before = text.slice(Math.max(0, start - 12), start).trimEnd();
  return (
    titleAt(behind, 0) ??
    koreanOffice.exec(text.slice(end, end + longestOffice))?.[1] ??
    titleAtEnd(before) ??
    null
  );
};

const longestOffice = 40;
/** After a name and a space: `박진 외교부 장관`, `조 바이든 미국 대통령`; a particle on the name would separate them. */
const koreanOffice = new RegExp(
  `^ ((?:[\\uac00-\\ud7a3]{2,8} ){0,2}[\\uac00-\\ud7a3]{0,6}?(?:${standingTitles.filter((title) => /^[\uac00-\ud7a3]{2}/u.test(title)).join('|')}))`,
  'u',
);

const widest = 20;
const between = new RegExp(`^[ \\u00a0]?(?:(?:${timeWords})[ \\u00a0]?)?$`, 'u');
const former = new RegExp(`(?:^|[ \\u00a0])(?:${formerWords.join('|')})[ \\u00a0]?`, 'u');
const clause = /^[^,.。、，；;()（）"“”\n]*/u;

/**
 * The title of a name written without spaces, with `former` if printed, to distinguish people with one surname;
 * null if there is none.
 *
 * @param full  a full name may have its party or office in between (`윤영찬 더불어민주당 의원`)
 */
export const findTitle = (
  text: string,
  { start, end }: NameSpan,
  full: boolean,
  language: string,
): string | null => {
  if (!solid.test(text.charAt(start))) return findRoleBefore(text, start, end, language);
  const behind = clause.exec(text.slice(end, end + widest))?.[0] ?? '';
  for (let at = 0; at < (full ? behind.length : Math.min(5, behind.length)); at += 1) {
    const title = titleAt(behind, at);
    if (title && (full || between.test(behind.slice(0, at))))
      return former.test(behind.slice(0, at)) ? `former ${title}` : title;
  }
  const before = text.slice(Math.max(0, start - 12), start).trimEnd();
  return titleAtEnd(before) ?? null;
};
