import { languages } from '../../../languages/index.ts';
import { oneOf, type Random } from './invented-random.ts';
import { type InventedText, inventedTexts } from './invented-texts.ts';

const AGENCIES = ['Reuters', 'dpa', 'AFP', 'Xinhua', 'ANSA', 'TASS', 'Yonhap'] as const;
const NAMES = ['Ola Berg', 'M. Lind', 'J. Novak', 'R. Amsel', '李梅', 'И. Лунин'] as const;

const [FIRST = '', ...OTHERS] = inventedTexts.map(({ title }) => title);
const TITLES = [FIRST, ...OTHERS] as const;

/** Lines around a text that do not belong to it: author, time, source, and the caption of a picture. */
export interface InventedCredits {
  readonly over: string;
  readonly under: string;
  readonly behind: string;
}

export const creditsOf = ({ language }: InventedText, random: Random): InventedCredits => {
  const profile = languages.find(({ code }) => code === language);
  const agency = oneOf(AGENCIES, random);
  const source = oneOf([agency, ...(profile?.credits ?? [])], random).replace('{agency}', agency);
  const day = `${10 + Math.floor(random() * 18)}.${10 + Math.floor(random() * 3)}.20${10 + Math.floor(random() * 15)}`;
  const label = profile?.dates.publishedLabels[0] ?? '';
  const photo = profile?.creditWords?.photo?.[0] ?? '©';
  const name = oneOf(NAMES, random);
  const under = oneOf(
    [
      '',
      `<p>${day}</p>`,
      `<div class="info"><span>${day} 10:${10 + Math.floor(random() * 49)}</span><span>${source}</span><span>${name}</span></div>`,
      `<div class="info"><span>${source}</span><span>${name}</span></div>`,
      `<p class="meta">${label}: ${day} | ${source}</p>`,
      `<p class="author">${name}, ${agency}</p>`,
    ],
    random,
  );
  const caption = `${oneOf(['Port Amsel', oneOf(TITLES, random)], random)} ${oneOf([`© ${name}/${agency}`, `${photo}: ${name}`, `(${photo}: ${agency})`], random)}`;
  const picture = oneOf(
    [
      '',
      `<figure><img src="a.jpg"><figcaption>${caption}</figcaption></figure>`,
      `<div class="img"><img src="a.jpg"><p>${caption}</p></div>`,
    ],
    random,
  );
  const related = profile?.furniture.related[0] ?? '';
  const legal = profile?.furniture.legal[0] ?? '©';
  const other = oneOf(TITLES, random);
  const behind = oneOf(
    [
      '',
      '',
      `<p class="author">(${agency})</p>`,
      `<p>${source}</p>`,
      `<p class="share">Facebook Twitter</p>`,
      `<p>${related}: <a href="/o">${other}</a></p>`,
      `<p>${related}: ${other}</p>`,
      `<p>${legal} ${agency}</p>`,
    ],
    random,
  );
  return random() < 0.8
    ? { over: random() < 0.15 ? `<p>${day}</p>` : '', under: `${under}${picture}`, behind }
    : { over: '', under: '', behind: '' };
};
