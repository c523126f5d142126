import type { PersonRole } from '../../../authorities/people/index.ts';
import { nameOffice } from '../../../authorities/people/offices.ts';
import type { Network } from '../../people/network.ts';
import type { PersonHead } from '../../search/people.ts';
import type { SearchResult } from '../../search/result.ts';
import { html, type Markup, type Printable } from '../markup.ts';
import {
  directionOf,
  drawPage,
  type PageContext,
  personPath,
  printDay,
  printLanguage,
  printNumber,
  withLanguage,
} from '../page.ts';
import { drawAlertPanel, feedsOf } from './alert-panel.ts';
import { drawResults } from './result-list.ts';
import { drawTimeline } from './timeline.ts';

export interface PersonView {
  readonly person: PersonHead;
  readonly roles: readonly PersonRole[];
  /** The newest articles that name them, and counts over time. */
  readonly found: SearchResult;
  /** The newest articles that they wrote. */
  readonly written: SearchResult;
  readonly network: Network;
}

/** One person: names in all scripts, offices, counts over time, and persons named together. */
export const drawPersonPage = (
  { person, roles, found, written, network }: PersonView,
  context: PageContext,
): Markup => {
  const { messages, site, language, locale } = context;
  const known = Object.keys(person.names).length > 0;
  const search = withLanguage(`/?person=${encodeURIComponent(person.id)}`, context);
  return drawPage(
    {
      title: `${person.label} – Dateline`,
      indexed: known,
      canonical: `${context.origin}${personPath(person.id)}`,
      main: html`<header class="person-head">
<h1 dir="auto">${person.label}</h1>
${person.first && person.last ? html`<p class="count">${printDay(person.first, locale)} – ${printDay(person.last, locale)}</p>` : ''}
<p class="tools"><button type="button" class="plain" popovertarget="follow">${messages.alert.open}</button></p>
</header>
<div class="columns">
<div class="found">
${found.facets.date ? drawTimeline(found.facets.date, context) : ''}
<h2>${messages.articlesNaming} <span class="count">${printNumber(person.articles, language)}</span></h2>
${found.results.length > 0 ? drawResults(found.results, context) : html`<p>${messages.nothing}</p>`}
<p><a href="${search}" rel="nofollow">${site.showAll}: ${messages.articlesNaming} (${printNumber(person.articles, language)})</a></p>
${drawWritten(written, context)}
${drawMonths(network, context)}
</div>
<aside class="about">
${drawTogether(network, context)}
${roles.length > 0 ? drawOffices(roles, context) : ''}
${known ? drawNames(person, context) : ''}
</aside>
</div>
${drawAlertPanel(found, { person: person.id }, context)}`,
      feeds: feedsOf(found),
    },
    context,
  );
};

const drawWritten = ({ results, total }: SearchResult, context: PageContext): Markup | '' =>
  results.length === 0
    ? ''
    : html`<h2>${context.messages.writtenBy} <span class="count">${printNumber(total.count, context.language)}</span></h2>${drawResults(results, context)}`;

const mostMonths = 12;
const mostRows = 10;

/** Persons named together with the person in the last months; all as a file. */
const drawMonths = (network: Network, context: PageContext): Markup | '' => {
  const { messages, language } = context;
  const others = othersIn(network).slice(0, mostRows);
  const months = [...new Set(others.flatMap((node) => node.months.map(({ month }) => month)))]
    .sort()
    .slice(-mostMonths);
  if (others.length === 0 || months.length === 0) return '';
  const path = `/v1/people/${encodeURIComponent(network.person)}/network`;
  return html`<section class="chart-table"><h2>${messages.together} · ${messages.byMonth}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${messages.byMonth}"><table>
<thead><tr><td></td>${months.map((month) => html`<th scope="col">${month}</th>`)}</tr></thead>
<tbody>${others.map(
    ({ id, label, months: counts }) =>
      html`<tr><th scope="row"><a href="${withLanguage(personPath(id), context)}" dir="auto">${label}</a></th>${months.map((month) => html`<td>${printNumber(counts.find((one) => one.month === month)?.count ?? 0, language)}</td>`)}</tr>`,
  )}</tbody>
</table></div>
<p>${messages.download}: <a href="${path}" rel="nofollow">JSON</a> · <a href="${path}?format=graphml" rel="nofollow">GraphML</a> · <a href="${path}?format=csv" rel="nofollow">CSV</a></p></section>`;
};

const drawTogether = (network: Network, context: PageContext): Printable => {
  const others = othersIn(network);
  return (
    others.length > 0 &&
    html`<section><h2>${context.messages.together}</h2><ul class="named">${others.map(
      ({ id, label, together }) =>
        html`<li><a href="${withLanguage(personPath(id), context)}" dir="auto">${label}</a> <span class="count">${printNumber(together, context.language)}</span></li>`,
    )}</ul></section>`
  );
};

/** Those named together most often first. */
const othersIn = ({ person, nodes }: Network): Network['nodes'] => nodes.filter(({ id }) => id !== person);

const drawOffices = (roles: readonly PersonRole[], { messages, language }: PageContext): Markup =>
  html`<section><h2>${messages.offices}</h2><ul class="named">${roles.map(
    ({ office, country, from, to }) =>
      html`<li>${nameOffice(office, country, language)} <span class="count">${from ?? ''}–${to ?? ''}</span></li>`,
  )}</ul></section>`;

const drawNames = ({ names }: PersonHead, { messages, language }: PageContext): Markup =>
  html`<section><h2>${messages.names}</h2><dl>${Object.entries(names).map(([tag, forms]) => {
    const any = tag === 'mul';
    const forReading = [...new Set(forms)].join(' · ');
    return html`<dt>${any ? '–' : printLanguage(tag, language)}</dt><dd${any ? '' : html` lang="${tag}"`} dir="${any ? 'auto' : directionOf(tag)}">${forReading}</dd>`;
  })}</dl></section>`;
