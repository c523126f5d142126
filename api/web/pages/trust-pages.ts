import { mailMessagesIn } from '../../../mail/messages/index.ts';
import type { Operator } from '../../../platform/config.ts';
import type { ArchiveSources, CountedSource } from '../../search/archive-sources.ts';
import { html, type Markup } from '../markup.ts';
import {
  drawPage,
  joinWith,
  type PageContext,
  printNumber,
  printShortDay,
  searchPath,
  withLanguage,
} from '../page.ts';

/** The operator, the purpose, the data stored about a visit, and the contact. */
export const drawAboutPage = (operator: Operator, context: PageContext): Markup => {
  const { site } = context;
  return drawPage(
    {
      title: `${site.about} – Dateline`,
      indexed: true,
      translated: true,
      canonical: `${context.origin}/about`,
      description: site.aboutText.slice(0, 200),
      main: html`<div class="text trust"><h1>${site.about}</h1><p>${site.aboutText}</p>
<p><a href="${withLanguage('/sources', context)}">${site.sources}</a></p>
<h2 id="contact">${site.contact}</h2><p>${site.contactText}</p>${drawContact(operator)}
<h2 id="imprint">${site.imprint}</h2>${drawOperator(operator, context)}
<h2 id="privacy">${site.privacy}</h2><p>${site.privacyText}</p>${context.mails ? html`<p>${mailMessagesIn(context.language).privacy}</p>` : ''}</div>`,
    },
    context,
  );
};

const drawContact = ({ contact }: Operator): Markup | '' => {
  if (contact === '') return '';
  const href = contact.includes('@') && !contact.includes('/') ? `mailto:${contact}` : contact;
  return html`<p><a href="${href}" dir="ltr">${contact}</a></p>`;
};

const drawOperator = ({ name, address, contact }: Operator, { site }: PageContext): Markup =>
  name === '' && address === '' && contact === ''
    ? html`<p>${site.notConfigured}</p>`
    : html`<address>${joinWith(html`<br>`, [name, ...address.split('\n')].filter(Boolean).map(isolated))}</address>`;

/** In its own direction, at the reader's side. */
const isolated = (line: string): Markup => html`<bdi>${line}</bdi>`;

/** Sources of the archive, with the number of articles and the day of the last. */
export const drawSourcesPage = ({ agencies, publishers }: ArchiveSources, context: PageContext): Markup => {
  const { site, messages } = context;
  return drawPage(
    {
      title: `${site.sources} – Dateline`,
      indexed: true,
      translated: true,
      canonical: `${context.origin}/sources`,
      main: html`<div class="trust"><h1>${site.sources}</h1>
${drawTable('agency', messages.agency, agencies, context)}
${drawTable('publisher', messages.publisher, publishers, context)}</div>`,
    },
    context,
  );
};

const drawTable = (
  parameter: string,
  title: string,
  counted: readonly CountedSource[],
  { site, messages, language, locale }: PageContext,
): Markup | '' =>
  counted.length === 0
    ? ''
    : html`<div class="wide" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr><th scope="col">${title}</th><th scope="col">${messages.chart.counts}</th><th scope="col">${site.lastArticle}</th></tr></thead>
<tbody>${counted.map(
        ({ id, label, count, last }) =>
          html`<tr><th scope="row"><a href="${searchPath([[parameter, id]])}" rel="nofollow" dir="auto">${label}</a></th><td>${printNumber(count, language)}</td><td>${printShortDay(last, locale)}</td></tr>`,
      )}</tbody></table></div>`;
