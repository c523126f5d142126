import PostalMime from 'postal-mime';
import { RejectedArticle } from '../../domain/errors.ts';
import type { DocumentFormat } from './document.ts';

const START = 4096;
const FIELD = /^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type):\s?\S/gim;

/** E-mail (RFC 5322, MIME): press releases. The plain text is used if there is one, else the HTML. */
export const mail: DocumentFormat = {
  name: 'mail',
  contentTypes: ['message/rfc822'],
  endings: { eml: 'message/rfc822' },
  recognizes: (bytes, contentType) => contentType === 'message/rfc822' && looksLikeMail(bytes),
  open: async (bytes, input) => {
    if (hasMoreLines(bytes, mostLines))
      throw new RejectedArticle('too-large', `an e-mail of more than ${mostLines} lines`);
    const {
      subject = '',
      text = '',
      html = '',
      date,
      from,
    } = await PostalMime.parse(bytes, {
      maxNestingDepth: 50,
      maxHeadersSize: 256 * 1024,
    });
    const isPlain = text.trim() !== '';
    if (!isPlain && html.trim() === '') throw new RejectedArticle('empty', 'an e-mail without a text');
    return {
      ...input,
      contentType: isPlain ? 'text/plain' : 'text/html',
      charset: null,
      content: isPlain ? text : html,
      given: {
        ...(subject.trim() === '' ? {} : { title: subject.trim() }),
        ...(date === undefined ? {} : { date }),
        ...(from?.name ? { publisher: from.name } : {}),
        ...input.given,
      },
    };
  },
};

/** The parser takes 40 microseconds for each: a picture of 5 MB has 70,000, and 5 MB of line feeds took minutes. */
const mostLines = 100_000;

const hasMoreLines = (bytes: Uint8Array, most: number): boolean => {
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0 && lines <= most; at = bytes.indexOf(lineFeed, at + 1))
    lines += 1;
  return lines > most;
};

const lineFeed = 10;

const looksLikeMail = (bytes: Uint8Array): boolean =>
  (new TextDecoder('windows-1252').decode(bytes.subarray(0, START)).match(FIELD)?.length ?? 0) >= 2;
