import type { Article } from '../../search/article.ts';
import { citedOf, formatCitation } from '../cite.ts';
import { html, type Markup } from '../markup.ts';
import type { PageContext } from '../page.ts';

/** The article as a line to copy, as files for reference managers, and to share; sharing needs scripts. */
export const drawCite = (article: Article, context: PageContext): Markup => {
  const { site } = context;
  const path = `/articles/${encodeURIComponent(article.id)}/cite`;
  return html`<details class="cite"><summary>${site.cite}</summary>
<p dir="auto" class="citation">${formatCitation(citedOf(article, context))}</p>
<p class="feeds"><a href="${path}?format=bibtex" rel="nofollow" download>BibTeX</a> <a href="${path}?format=ris" rel="nofollow" download>RIS</a></p>
<p class="share" hidden><button type="button" class="plain" data-copied="${site.copied}">${site.share}</button> <span role="status"></span></p>
</details>`;
};
