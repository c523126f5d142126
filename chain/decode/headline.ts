import { decodeHTMLStrict } from 'entities';
import { evenSpaces } from './html/line.ts';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
/** Inline tags; other text between angle brackets belongs to the headline. */
const TAG =
  /<\/?(?:a|abbr|b|big|br|cite|code|em|font|i|mark|p|q|s|small|span|strike|strong|sub|sup|u|wbr)(?:\s[^<>]{0,500})?\/?>/gi;

/** A headline as plain text: senders put HTML markup and entities into fields for plain text. */
export const plainHeadline = (text: string): string => {
  const bare = text.replace(TAG, (tag) => (/^<\/?(?:br|p)\b/i.test(tag) ? ' ' : ''));
  const decoded = ENTITY.test(bare) ? decodeHTMLStrict(bare) : bare;
  return evenSpaces(decoded === bare ? decoded : decoded.replace(TAG, ''));
};
