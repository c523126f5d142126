import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { type MarkedPage, textOfHtml } from './pages.ts';

/** The result of another library for a page; empty if it fails. */
export interface PeerResult {
  readonly title: string | null;
  readonly text: string;
}

const NOTHING: PeerResult = { title: null, text: '' };

const readability = async ({ html }: MarkedPage): Promise<PeerResult> => {
  const article = new Readability(parseHTML(html).document, { maxElemsToParse: 50_000 }).parse();
  return article ? { title: article.title ?? null, text: article.textContent ?? '' } : NOTHING;
};

const defuddle = async ({ html, url }: MarkedPage): Promise<PeerResult> => {
  const { title, content } = await Defuddle(parseHTML(html).document, url ?? 'https://page.example/');
  return { title, text: textOfHtml(content) };
};

const forgiving =
  (extract: (page: MarkedPage) => Promise<PeerResult>) =>
  async (page: MarkedPage): Promise<PeerResult> => {
    try {
      return await extract(page);
    } catch {
      // A library that crashes on a page found nothing on it.
      return NOTHING;
    }
  };

export const pagePeers: readonly (readonly [string, (page: MarkedPage) => Promise<PeerResult>])[] = [
  ['readability', forgiving(readability)],
  ['defuddle', forgiving(defuddle)],
];
