import {
  InvalidParameters,
  InvalidQuery,
  NotFound,
  SearchUnavailable,
  TooMany,
} from '../../../domain/errors.ts';
import { html, type Markup } from '../markup.ts';
import { drawPage, type PageContext } from '../page.ts';

/** A fault that a reader can be told about; null leaves it to the service's own answer. */
export const drawProblem = (
  error: unknown,
  context: PageContext,
): { readonly status: number; readonly retryAfter?: number; readonly page: Markup } | null => {
  if (error instanceof InvalidQuery)
    return { status: 400, page: frame(drawQueryFault(error, context), context) };
  if (error instanceof InvalidParameters)
    return { status: 400, page: frame(drawParameterFaults(error, context), context) };
  const { messages } = context;
  if (error instanceof NotFound) {
    const [title, help] = error.gone ? [messages.gone, ''] : [messages.missing, messages.missingHelp];
    return { status: error.gone ? 410 : 404, page: frame(drawPlain(title, help), context) };
  }
  if (error instanceof SearchUnavailable || error instanceof TooMany)
    return {
      status: error instanceof TooMany ? 429 : 503,
      retryAfter: error.retryAfter,
      page: frame(drawPlain(messages.unavailable, messages.unavailableHelp), context),
    };
  return null;
};

const frame = (main: Markup, context: PageContext): Markup =>
  drawPage({ title: 'Dateline', indexed: false, q: context.query.get('q') ?? '', main }, context);

const drawPlain = (title: string, help: string): Markup =>
  html`<div class="problem" role="alert"><h1>${title}</h1>${help ? html`<p>${help}</p>` : ''}</div>`;

/** The query again, with the place at fault marked in it. */
const drawQueryFault = (
  { position, found, expected, proposal }: InvalidQuery,
  { messages, query }: PageContext,
): Markup => {
  const q = query.get('q') ?? '';
  const end = position + Math.max(found.length, 0);
  const again = new URLSearchParams(query);
  if (proposal) again.set('q', proposal);
  return html`<div class="problem" role="alert">
<h1>${messages.cannotRead}</h1>
<p class="faulty" dir="auto"><code>${q.slice(0, position)}<mark>${q.slice(position, end) || '▵'}</mark>${q.slice(end)}</code></p>
<dl>${found ? html`<dt>${messages.foundThere}</dt><dd><code>${found}</code></dd>` : ''}<dt>${messages.expected}</dt><dd lang="en">${expected}</dd></dl>
${proposal ? html`<p>${messages.tryInstead}: <a href="/?${again.toString()}" rel="nofollow"><code dir="auto">${proposal}</code></a></p>` : ''}
</div>`;
};

const drawParameterFaults = ({ problems }: InvalidParameters, { messages }: PageContext): Markup =>
  html`<div class="problem" role="alert"><h1>${messages.cannotRead}</h1>
<ul lang="en">${problems.map(({ parameter, detail }) => html`<li><code>${parameter}</code> ${detail}</li>`)}</ul></div>`;
