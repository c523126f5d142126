import { expect, test } from '@jest/globals';
import { submitInput } from '../../../chain/decode/submit.ts';
import { contentInput } from '../../../platform/articles/content.ts';
import { maxLineBytes, readSubmission } from '../../../platform/articles/schema.ts';
import { leastCpu, longestHold } from '../../support/least-cpu.ts';

const filled = (unit: string, [head, tail]: readonly [string, string], bytes: number): Buffer =>
  Buffer.from(head + unit.repeat(Math.floor((bytes - head.length - tail.length) / unit.length)) + tail);

test.each([
  ['arrays in arrays', filled('[', ['', ''], maxLineBytes), /nested over 3 levels at character 4$/],
  ['objects in objects', filled('{"a":', ['', ''], maxLineBytes), /nested over 3 levels at character 16$/],
  ['empty objects', filled('{},', ['[', '{}]'], maxLineBytes), /more than 20000 members and entries/],
  ['unknown fields', filled('"a":1,', ['{', '"b":1}'], maxLineBytes), /more than 20000 members and entries/],
  ['a text that is too long', filled('a', ['{"body":"', '"}'], maxLineBytes), /^body: must have at most/],
  ['escaped quotes', filled('\\"', ['{"body":"', '"}'], maxLineBytes), /^body: must have at most/],
])('our own JSON of %s is refused before it costs much, and says where', async (_, bytes, detail) => {
  expect(readSubmission(bytes)).toMatchObject({ kind: 'invalid', detail: expect.stringMatching(detail) });
  expect(await leastCpu(() => readSubmission(bytes))).toBeLessThan(longestHold);
});

test('what strings hold is no part of the structure', () => {
  const body = '[{,:'.repeat(10_000) + '\\"\\\\'.repeat(1000);
  expect(readSubmission(Buffer.from(JSON.stringify({ id: 'a', body }))).kind).toBe('submission');
});

const half = 2_600_000;
test.each([
  ['application/ninjs+json', filled('1,', ['{"uri":"a:b","headline":"x","subject":[', '1]}'], half)],
  ['application/json', filled('{},', ['{"uri":"a:b","headline":"x","subject":[', '{}]}'], half)],
  ['application/xml', filled('<a/>', ['<newsItem>', '</newsItem>'], half)],
])('a story as %s of too many parts is refused before it is read', async (type, bytes) => {
  const input = contentInput(bytes, type, null, {});
  expect(submitInput(input)).toMatchObject({
    kind: 'invalid',
    detail: expect.stringMatching(/^too-many-parts: more than \d+ (members and entries|tags) by character/),
  });
  expect(await leastCpu(() => submitInput(input))).toBeLessThan(longestHold);
});

const declarations = (count: number): string =>
  Array.from({ length: count }, (_, at) => ` xmlns:a${at}="b"`).join('');

test.each([
  ['one tag of namespaces', `<newsItem${declarations(100_000)}/>`],
  ['one tag of attributes', `<newsItem${declarations(100_000).replaceAll('xmlns:', '')}/>`],
])('a story of %s is refused before it is read', async (_, text) => {
  const input = contentInput(Buffer.from(text), 'application/xml', null, {});
  expect(submitInput(input)).toMatchObject({
    kind: 'invalid',
    detail: expect.stringMatching(/^too-many-parts: a tag of more than 200 attributes at character 1$/),
  });
  expect(await leastCpu(() => submitInput(input))).toBeLessThan(longestHold);
});

test('namespaces of outer elements are not copied for each element within', async () => {
  const inner = '<b xmlns:c="d"/>'.repeat(5000);
  const text = `<newsItem${declarations(200)}>${inner}</newsItem>`;
  const input = contentInput(Buffer.from(text), 'application/xml', null, {});
  expect(await leastCpu(() => submitInput(input))).toBeLessThan(longestHold);
});

test('equals signs in comments and CDATA sections are no attributes', () => {
  const line = '='.repeat(300);
  const text = `<newsItem><!-- ${line} --><![CDATA[${line}]]></newsItem>`;
  const read = submitInput(contentInput(Buffer.from(text), 'application/xml', null, {}));
  expect(JSON.stringify(read)).not.toContain('too-many-parts');
});
