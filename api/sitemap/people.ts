import { element } from '../render/xml.ts';
import type { ApiServices } from '../services.ts';

/** sitemaps.org, protocol 0.9: the most addresses of one file. */
const MOST = 50_000;

/** Recorded persons whom articles name, the most mentioned first; delisted ones have no page. */
export const namedPeople = async ({
  authorities,
}: Pick<ApiServices, 'authorities'>): Promise<readonly string[]> => {
  const { people, archive } = authorities;
  await archive?.upToDate();
  return [...(archive?.counts('person') ?? [])]
    .filter(([id]) => people.get(id) && !people.isDelisted(id))
    .sort(([, left], [, right]) => right - left)
    .slice(0, MOST)
    .map(([id]) => id);
};

export const writePeopleSitemap = (ids: readonly string[], origin: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${ids
    .map(
      (id) => `<url>${element('loc', `${origin}/people/${encodeURIComponent(id.toWellFormed())}`)}</url>\n`,
    )
    .join('')}</urlset>\n`;
