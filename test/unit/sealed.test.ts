import { expect, test } from '@jest/globals';
import { createRecipient, seal } from '../../platform/sealed.ts';

const text = 'Der Hafen wurde eröffnet. 港口已开放。 '.repeat(2000);

test('only the one it is sealed for opens a text, and nothing of it shows', () => {
  const [reader, other] = [createRecipient(), createRecipient()];
  const sealed = seal(text, reader.address);
  expect(reader.open(sealed)).toBe(text);
  expect(() => other.open(sealed)).toThrow();
  expect(seal(text, reader.address)).not.toBe(sealed);
  expect(Buffer.from(sealed.split('.')[1] ?? '', 'base64url').includes('Hafen')).toBe(false);
});

test('a changed text is not opened', () => {
  const reader = createRecipient();
  const [sender = '', content = ''] = seal(text, reader.address).split('.');
  const bytes = Buffer.from(content, 'base64url');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  expect(() => reader.open(`${sender}.${bytes.toString('base64url')}`)).toThrow();
});
