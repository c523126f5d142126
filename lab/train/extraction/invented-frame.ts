import { languages } from '../../../languages/index.ts';
import { oneOf, type Random } from './invented-random.ts';
import { inventedTexts } from './invented-texts.ts';

const menuWords = (language: string): readonly string[] =>
  languages.find(({ code }) => code === language)?.furniture.menu ?? [];

export const menu = (language: string, random: Random): string => {
  const words = menuWords(language).slice(0, 4 + Math.floor(random() * 12));
  const entries = words.map((word, at) => `<a href="/${at}">${word}</a>`);
  return oneOf(
    [
      `<nav><ul>${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul></nav>`,
      `<div>${entries.map((entry) => `<div>${entry}</div>`).join('')}</div>`,
      `<table><tr>${entries.map((entry) => `<td>${entry}</td>`).join('')}</tr></table>`,
    ],
    random,
  );
};

/** Headlines of other articles, and legal lines. */
export const foot = (language: string, random: Random): string => {
  const others = inventedTexts.filter((other) => other.language !== language && random() < 0.15);
  const related = others.flatMap(({ title, items }) => [title, ...items.slice(0, 2)]);
  const list = related.map((line, at) => `<li><a href="/r${at}">${line}</a></li>`).join('');
  const legal = languages.find(({ code }) => code === language)?.furniture.legal[0] ?? '©';
  const shown = random() < 0.5 ? `<div><ul>${list}</ul></div>` : '';
  const links = menuWords(language)
    .slice(-1 - Math.floor(random() * 5))
    .map((word, at) => `<li><a href="/f${at}">${word}</a></li>`);
  return `${shown}<footer><ul>${links.join('')}</ul><p>${legal} 2024</p></footer>`;
};
