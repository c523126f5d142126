import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NameIndex } from '../../../authorities/name-index.ts';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { decode } from '../../../chain/decode/index.ts';
import type { RawInput } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';

const clean = (content: string | Uint8Array, contentType = 'text/html') => {
  const input: RawInput = { contentType, charset: null, content, given: {} };
  return cleanArticle(decode({ id: 'hostile', revision: 1, input }));
};

const reasonOf = (content: string | Uint8Array, contentType?: string): string => {
  try {
    clean(content, contentType);
    return 'taken';
  } catch (error) {
    if (error instanceof RejectedArticle) return error.reason;
    throw error;
  }
};

describe('hostile input is refused by name', () => {
  test.each([
    ['100,000 nested elements', '<div>'.repeat(100_000), 'too-deep'],
    ['an attribute of 50 MB', `<p title="${'x'.repeat(50_000_000)}">text</p>`, 'too-large'],
    ['white space', ' \n\t ', 'empty'],
    [
      'a page of links',
      '<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>',
      'not-an-article',
    ],
    ['lines without end', '<p>x'.repeat(30_000), 'too-large'],
    ['lines without end in one element', `<pre>${'a\n  b\n'.repeat(30_000)}`, 'too-large'],
    ['the same behind a page', `<p>x</p><pre>${'a\n  b\n'.repeat(30_000)}</pre>`, 'too-large'],
    [
      'many lines in deep boxes',
      `${'<div class="x">'.repeat(900)}${'<p>a, b.</p>'.repeat(15_000)}`,
      'not-an-article',
    ],
    [
      'many lines in deep inline elements',
      `${'<b class="abcdefghij">'.repeat(900)}${'<i>a, b.</i><br>'.repeat(15_000)}`,
      'not-an-article',
    ],
    ['a script bomb', `<script>${'a("<p>");'.repeat(100_000)}</script>`, 'not-an-article'],
  ])('%s', (_name, page, reason) => {
    expect(reasonOf(page)).toBe(reason);
  });

  test('binary files', () => {
    expect(reasonOf(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d]))).toBe('binary');
    expect(reasonOf('\u0000\u0001\u0002\u0003\u0004\u0005', 'text/plain')).toBe('binary');
  });

  test('entities of its own, files and addresses in XML', () => {
    const bomb = '<!DOCTYPE nitf [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><nitf><body>&b;</body></nitf>';
    expect(reasonOf(bomb, 'application/nitf+xml')).toBe('malformed');
    const file = '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body>&x;</body></nitf>';
    expect(reasonOf(file, 'application/nitf+xml')).toBe('malformed');
  });
});

test('names are looked for in initials without end, in time that grows with their length', () => {
  const index = new NameIndex();
  index.add('JKL', 'jkl');
  const before = process.threadCpuUsage();
  expect(index.findAll(`J.K.L. said. ${'J.K.L.'.repeat(100_000)}`)[0]?.ids).toEqual(['jkl']);
  const { user, system } = process.threadCpuUsage(before);
  // A fifth of a second; half a minute was once measured.
  expect((user + system) / 1e6).toBeLessThan(5);
});

const tag = fc.constantFrom(
  'div',
  'p',
  'table',
  'td',
  'script',
  'a',
  'br',
  'pre',
  'time',
  'li',
  'title',
  'svg',
);
const piece = fc.oneof(
  tag.map((name) => `<${name}>`),
  tag.map((name) => `</${name}>`),
  fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '&#x', '<', '"', "<p class='"),
  fc.string({ maxLength: 40 }),
);

describe('whatever comes', () => {
  test('markup ends in an article or a reason', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        expect(typeof reasonOf(pieces.join(''))).toBe('string');
      }),
      { numRuns: 200, interruptAfterTimeLimit: 8_000 },
    );
  });

  test('bytes of any kind end in an article or a reason', () => {
    const types = fc.constantFrom(
      'text/html',
      'text/plain',
      'application/nitf+xml',
      'application/ld+json',
      '',
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), types, (bytes, type) => {
        expect(typeof reasonOf(bytes, type)).toBe('string');
      }),
      { numRuns: 200, interruptAfterTimeLimit: 8_000 },
    );
  });
});
