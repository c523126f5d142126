import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { cleanArticle } from '../../../chain/clean/index.ts';
import { packExtractor, unpackExtractor } from '../../../chain/clean/model/extractor.ts';
import { decode } from '../../../chain/decode/index.ts';

const bytes = readFileSync(join(import.meta.dirname, '../../../models/extraction.bin'));

test('the shipped weights fit the features; weights of other features are refused', () => {
  expect(packExtractor(unpackExtractor(bytes)).equals(bytes)).toBe(true);
  const foreign = Buffer.from(bytes);
  foreign[0] = (foreign[0] ?? 0) ^ 1;
  expect(() => unpackExtractor(foreign)).toThrow('other features');
});

const textOf = (content: string): string =>
  cleanArticle(
    decode({
      id: 'page',
      revision: 1,
      input: { contentType: 'text/html', charset: 'utf-8', content, given: {} },
    }),
  )
    .paragraphs.map(({ text }) => text)
    .join('\n');

const page = (main: string, around = ''): string =>
  `<html><head><title>Ferry rules - Quay Post</title></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/c">Contact</a></li></ul></nav>${around}<main><article class="article"><div class="article-content"><h1>Ferry rules</h1>${main}</div></article></main><footer><ul><li><a href="/a">About us</a></li><li><a href="/p">Privacy policy</a></li></ul><p>© 2024 Quay Post. All rights reserved.</p></footer></body></html>`;

const intro = '<p>The port of Lunn has set new rules for the ferry, the harbour master said on Friday:</p>';

test.each([
  [
    'a list at the end',
    `${intro}<ul><li>a bell at both ends;</li><li>two men on watch at night;</li><li>no cargo on deck.</li></ul>`,
    ['a bell at both ends;', 'no cargo on deck.'],
  ],
  [
    'lists in cells',
    `${intro}<table><tr><td>Monday</td><td><ul><li>8:00 AM - 6:00 PM</li></ul></td></tr><tr><td>Sunday</td><td><ul><li>Closed to lorries</li></ul></td></tr></table><p>The ferry does not sail in a storm, and tickets stay valid for a day.</p>`,
    ['8:00 AM - 6:00 PM', 'Closed to lorries'],
  ],
])('keeps %s', (_, main, lines) => {
  const text = textOf(page(main));
  for (const line of lines) expect(text).toContain(line);
});

test.each([
  [
    'en',
    'The ministry has taken note of the report on the ferry and will answer it in May.',
    'We use some essential cookies to make this website work.',
    'We would like to set additional cookies to understand how you use the site, remember your settings and improve our services.',
  ],
  [
    'fr',
    'Le ministère a pris connaissance du rapport sur le bac et y répondra en mai.',
    'Nous utilisons des cookies nécessaires au fonctionnement du site.',
    'Avec votre accord, nos partenaires déposent des cookies afin de mesurer l’audience, de retenir vos choix et d’améliorer nos services.',
  ],
  [
    'zh',
    '交通部已收到关于渡轮的报告，将于五月作出答复。',
    '本网站使用Cookie以保证正常运行。',
    '我们还希望使用其他Cookie，以了解您如何使用本网站、记住您的设置并改进我们的服务，您可以随时更改选择。',
  ],
])('keeps a short statement beside a long notice on cookies (%s)', (_, statement, ...notice) => {
  const box = `<div class="consent"><h2>Cookies</h2>${notice.map((line) => `<p>${line}</p>`).join('')}</div>`;
  const text = textOf(page(`<p>${statement}</p>`, box));
  expect(text).toContain(statement);
  for (const line of notice) expect(text).not.toContain(line);
});
