import { RejectedArticle } from '../../../domain/errors.ts';
import type { Decoder } from '../decoder.ts';
import { plainHeadline } from '../headline.ts';
import { splitLines } from '../lines.ts';
import { bodyBlocks } from '../paragraph-blocks.ts';

/** Control characters that separate the parts of a wire message: start of header, start of text, end of text (IPTC 7901, ANPA 1312). */
const MESSAGE = /^[\u0000\u0010-\u0020]{0,20}\u0001([^\u0000-\u0008]{5,2000})\u0002([^\u0003]*)/;
/** The agency and the number of its message at the end of a header's line: `dpa 0456`. */
const SENDER = /(?:^|\s)([a-z]{2,10})\s+\d{3,4}\s*$/im;

/** Wire text in IPTC 7901 or ANPA 1312: a header, the text, and a trailer, separated by control characters. */
export const iptc7901: Decoder = {
  name: 'iptc-7901',
  contentTypes: ['application/vnd.iptc.7901'],
  endings: { iptc: 'application/vnd.iptc.7901', anpa: 'application/vnd.iptc.7901' },
  recognizes: (start) => MESSAGE.test(start),
  read: (text) => {
    const [, header = '', body = ''] = MESSAGE.exec(text.trimStart()) ?? [];
    // A headline is marked at its end, or at both ends.
    const printed = body.replace(/[\u0000-\u0008\u000e-\u001f]/g, '').trimStart();
    const headline = /^(?:\^?([^\r\n<=]{3,250})\s*(?:=|<)\s*(?:\r?\n|$))/.exec(printed);
    const lines = splitLines(printed.slice(headline?.[0].length ?? 0)).map(withoutMarks);
    const title = plainHeadline(withoutMarks(headline?.[1] ?? ''));
    if (lines.length === 0 && title === '')
      throw new RejectedArticle('empty', 'a wire message without a text');
    const agency = SENDER.exec(header)?.[1];
    return {
      statements: [],
      blocks: bodyBlocks(lines.map((line) => ({ tag: 'p', text: line }))),
      url: null,
      given: {
        ...(title === '' ? {} : { title }),
        ...(agency === undefined ? {} : { agency: [agency] }),
        ...(lines.length === 0 ? { body: '' } : {}),
      },
    };
  },
};

/** Marks of typesetting at the ends of lines. */
const withoutMarks = (line: string): string => line.replace(/^\^|[<=]\s*$/g, '').trim();
