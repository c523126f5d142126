import type { Article } from '../../search/article.ts';
import { html, type Markup, type Printable } from '../markup.ts';
import { type PageContext, personPath, withLanguage } from '../page.ts';

/** Most links of one page: more do not help readers, and each costs time on the server and in the browser. */
const mostLinks = 5000;

/** Adds links to persons' names in a text. Called with ranges of one field in order, so that one pass is enough. */
export type NameLinker = (text: string, start: number) => readonly Printable[];

export const createNameLinker = (
  { mentions }: Pick<Article, 'mentions'>,
  field: 'title' | 'body',
  context: PageContext,
): NameLinker => {
  const places = placesOf(mentions, field);
  let next = 0;
  return (text, start) => {
    const pieces: Printable[] = [];
    let at = 0;
    for (; next < places.length; next += 1) {
      const place = places[next];
      if (!place || place.start > start + text.length) break;
      const [from, to] = [place.start - start, place.end - start];
      // Overlaps the previous one, or extends beyond its paragraph.
      if (from < at || to > text.length) continue;
      pieces.push(text.slice(at, from), drawLink(place, text.slice(from, to), context));
      at = to;
    }
    return [...pieces, text.slice(at)];
  };
};

interface Place {
  readonly id: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

const placesOf = (mentions: Article['mentions'], field: 'title' | 'body'): readonly Place[] => {
  const places: Place[] = [];
  for (const { id, label, mentions: own } of mentions)
    for (const { field: where, start, end } of own) {
      if (where === field && start >= 0 && end > start) places.push({ id, label, start, end });
      if (places.length >= mostLinks) break;
    }
  return places.sort((a, b) => a.start - b.start);
};

const drawLink = ({ id, label }: Place, name: string, context: PageContext): Markup =>
  html`<a class="person" href="${withLanguage(personPath(id), context)}" title="${label}">${name}</a>`;
