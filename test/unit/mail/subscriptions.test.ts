import { expect, test } from '@jest/globals';
import {
  countedMailboxOf,
  mailboxOf,
  readEmailAddress,
  shortenEmailAddress,
} from '../../../domain/email-address.ts';
import { InvalidConfig, readConfig } from '../../../platform/config.ts';
import { nextMailAt } from '../../../platform/subscriptions/record.ts';

test.each([
  ['a@b.example', 'a@b.example'],
  [' First.Last+news@B.Example ', 'First.Last+news@b.example'],
  ['a@пример.рф', 'a@xn--e1afmkfd.xn--p1ai'],
  ['a@b', null],
  ['a@@b.example', null],
  ['a b@c.example', null],
  ['"a"@b.example', null],
  ['a@b.example,c@d.example', null],
  ['a@b.example\nc@d.example', null],
  ['a\u0000@b.example', null],
  ['.a@b.example', null],
  ['a@-b.example', null],
  ['a@[127.0.0.1]', null],
  ['a@127.0.0.1', null],
  [`a@${'b'.repeat(64)}.example`, null],
  [`${'a'.repeat(65)}@b.example`, null],
  [`a@${'bb.'.repeat(90)}example`, null],
])('%j is read as %j', (written, address) => {
  expect(readEmailAddress(written)).toBe(address);
});

test('a mailbox is counted once, and shown shortened', () => {
  expect(mailboxOf('Anna+one@Reader.example')).toBe(mailboxOf('anna+two@reader.example'));
  expect(mailboxOf('+@reader.example')).toBe('+@reader.example');
  expect(countedMailboxOf('a.n.n.a+x@reader.example')).toBe(countedMailboxOf('anna@reader.example'));
  expect(mailboxOf('a.n.n.a@reader.example')).not.toBe(mailboxOf('anna@reader.example'));
  expect(shortenEmailAddress('anna@reader.example')).toBe('a…@reader.example');
});

test.each([
  ['immediately', null, '2026-03-01T10:00:00.000Z'],
  ['immediately', '2026-03-01T09:58:00.000Z', '2026-03-01T10:03:00.000Z'],
  ['hourly', '2026-03-01T09:58:00.000Z', '2026-03-01T10:30:00.000Z'],
  ['daily', null, '2026-03-01T22:30:00.000Z'],
] as const)('%s, last sent %s: the next message is due at %s', (frequency, sent, due) => {
  const mail = { frequency, sent, confirmed: '2026-02-20T22:30:00.000Z' };
  expect(nextMailAt(mail, new Date('2026-03-01T10:00:00.000Z')).toISOString()).toBe(due);
});

const working = {
  DATELINE_SMTP_URL: 'smtps://user:geheim@mail.example',
  DATELINE_MAIL_FROM: 'News <news@b.example>',
  DATELINE_PUBLIC_URL: 'https://news.example',
};

test('e-mail is off without configuration, and on with all of it', () => {
  expect(readConfig({}).mail).toBeNull();
  expect(readConfig(working).mail).toEqual({
    smtpUrl: working.DATELINE_SMTP_URL,
    from: { name: 'News', address: 'news@b.example' },
  });
});

test.each([
  [
    { ...working, DATELINE_SMTP_URL: 'http://user:geheim@mail.example' },
    'DATELINE_SMTP_URL: must be an smtp',
  ],
  [{ ...working, DATELINE_MAIL_FROM: 'News' }, 'DATELINE_MAIL_FROM: must be an e-mail address'],
  [{ ...working, DATELINE_MAIL_FROM: '' }, 'DATELINE_MAIL_FROM: is needed with DATELINE_SMTP_URL'],
  [{ ...working, DATELINE_SMTP_URL: '' }, 'DATELINE_SMTP_URL: is needed with DATELINE_MAIL_FROM'],
  [{ ...working, DATELINE_PUBLIC_URL: '' }, 'DATELINE_PUBLIC_URL: must be an https URL'],
  [{ ...working, DATELINE_PUBLIC_URL: 'http://news.example' }, 'DATELINE_PUBLIC_URL: must be an https URL'],
])('a part of it is an error that names the variable and no password', (environment, fault) => {
  let message = '';
  try {
    readConfig(environment);
  } catch (error) {
    message = error instanceof InvalidConfig ? error.message : '';
  }
  expect(message).toContain(fault);
  expect(message).not.toContain('geheim');
});
