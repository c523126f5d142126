import { expect, test } from '@jest/globals';
import { interfaceLanguages, localeOf } from '../../../api/messages/index.ts';
import { mailLanguages, mailMessagesIn } from '../../../mail/messages/index.ts';
import { writeConfirmation, writeDigest } from '../../../mail/write-letters.ts';

const article = {
  title: 'A <b>bridge</b>',
  credits: ['Xinhua', 'Xinhua', 'gov.cn'],
  date: '2024-03-05',
  excerpt: 'the <mark>bridge</mark> &amp; the <i>river</i>',
  language: 'en',
  url: 'https://news.example/articles/1?ui-lang=ar',
  corrected: true,
};
const digest = {
  name: 'about bridge',
  articles: [article],
  more: 1234,
  search: 'https://news.example/?q=bridge',
  unsubscribe: 'https://news.example/subscriptions/1/unsubscribe?token=x',
};

test.each(interfaceLanguages.map(({ code, direction }) => [code, direction] as const))(
  'a digest in %s runs %s, its dates are written so, and everything is escaped',
  async (language, direction) => {
    const { subject, text, html } = await writeDigest(digest, { language, locale: localeOf(language) });
    const messages = mailMessagesIn(language);
    expect(messages).toBe(mailLanguages[language]);
    const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date('2024-03-05'),
    );
    expect(subject).toMatch(new RegExp(`^${messages.newArticles} \\(1.?235\\): about bridge$`));
    expect(text).toContain(`A <b>bridge</b>\nXinhua · gov.cn · ${day} · ${messages.corrected}\n`);
    expect(text).toContain('the bridge & the <i>river</i>\nhttps://news.example/articles/1?ui-lang=ar');
    expect(text).toContain(`${messages.unsubscribe}: ${digest.unsubscribe}`);
    expect(html).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(html).toContain('A &lt;b&gt;bridge&lt;/b&gt;');
    expect(html).toContain('the <b>bridge</b> &amp; the &lt;i>river&lt;/i>');
    expect(html).not.toMatch(/<(?:script|img|link|iframe)\b|src=|\{\{|undefined/);
  },
);

test('an article in another direction than its reader keeps its own; one without a title has its first words', async () => {
  const arabic = { ...article, title: ' ', excerpt: 'افتتح الجسر', language: 'ar' };
  const { text, html } = await writeDigest(
    { ...digest, articles: [arabic] },
    { language: 'en', locale: 'en' },
  );
  expect(html).toContain('<div lang="ar" dir="rtl"');
  expect(html).toContain('<b>افتتح الجسر</b></a>');
  expect(text).toContain('افتتح الجسر\nXinhua');
  const bare = { ...arabic, excerpt: '' };
  expect(
    (await writeDigest({ ...digest, articles: [bare] }, { language: 'en', locale: 'en' })).text,
  ).toContain('Untitled\n');
});

test('lines and lengths of a search cannot make a header, and a stranger’s words make no link', async () => {
  const name = `win\r\nBcc: x@bad.example https://bad.example/${'y'.repeat(400)}`;
  const { subject } = await writeDigest({ ...digest, name }, { language: 'en', locale: 'en' });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(subject.length).toBeLessThan(200);
  const links = { confirm: 'https://news.example/confirm', unsubscribe: 'https://news.example/end' };
  const { text, html } = await writeConfirmation({ name, ...links }, { language: 'en', locale: 'en' });
  for (const part of [text, html]) {
    expect(part).not.toMatch(/bad\.example|:\/\/bad|x@bad/);
    expect(part).toContain(links.confirm);
    expect(part).not.toContain('y'.repeat(80));
  }
});

test.each(Object.entries(mailLanguages))('no text of %s is empty or English', (code, messages) => {
  for (const [place, said] of Object.entries(messages)) {
    expect([place, said.trim()]).not.toEqual([place, '']);
    if (code !== 'en') expect([place, said]).not.toEqual([place, mailMessagesIn('en')[place as 'help']]);
  }
});

const latin = /^[\p{Script=Latin}\P{L}]*$/u;
test.each(interfaceLanguages.filter(({ name }) => !/\p{Script=Latin}/u.test(name)).map(({ code }) => code))(
  'what e-mails say in %s is written in its own letters',
  (code) => {
    for (const said of Object.values(mailMessagesIn(code)))
      expect([said, latin.test(said)]).toEqual([said, false]);
  },
);

test('Traditional Chinese is written in it, without a Simplified character', () => {
  const simplified = /[们来语这说时为发话简与书车东见长门问间关应对开网页错节级]/u;
  for (const said of Object.values(mailMessagesIn('zh-Hant'))) expect(said).not.toMatch(simplified);
});
