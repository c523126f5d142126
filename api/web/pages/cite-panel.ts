import type { Article } from '../../search/article.ts';
import { citedOf, formatCitation } from '../cite.ts';
import { html, type Markup } from '../markup.ts';
import type { PageContext } from '../page.ts';

/** The article as a line to copy, and as files for reference managers. */
export const drawCite = (article: Article, context: PageContext): Markup => {
  const path = `/articles/${encodeURIComponent(article.id)}/cite`;
  return html`<details class="cite"><summary>${context.site.cite}</summary>
<p dir="auto" class="citation">${formatCitation(citedOf(article, context))}</p>
<p class="feeds"><a href="${path}?format=bibtex" rel="nofollow" download>BibTeX</a> <a href="${path}?format=ris" rel="nofollow" download>RIS</a></p>
</details>`;
};
