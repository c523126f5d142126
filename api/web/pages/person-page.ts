import type { PersonRole } from '../../../authorities/people/index.ts';
import { nameOffice } from '../../../authorities/people/offices.ts';
import type { Person } from '../../search/people.ts';
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
import { drawResults } from './result-list.ts';
import { drawTimeline } from './timeline.ts';

export interface PersonView {
  readonly person: Person;
  readonly roles: readonly PersonRole[];
  /** The newest articles that name them, and when. */
  readonly found: SearchResult;
}

/** One person: names in all scripts, offices, when, and together with whom. */
export const drawPersonPage = ({ person, roles, found }: PersonView, context: PageContext): Markup => {
  const { messages, language } = context;
  const known = Object.keys(person.names).length > 0;
  const search = withLanguage(`/?person=${encodeURIComponent(person.id)}`, context);
  return drawPage(
    {
      title: `${person.label} – Dateline`,
      indexed: known,
      canonical: `${context.origin}${personPath(person.id)}`,
      main: html`<header class="person-head">
<h1 dir="auto">${person.label}</h1>
${person.first && person.last ? html`<p class="count">${printDay(person.first, language)} – ${printDay(person.last, language)}</p>` : ''}
</header>
<div class="columns">
<div class="found">
${found.facets.date ? drawTimeline(found.facets.date, context) : ''}
<h2>${messages.articlesNaming} <span class="count">${printNumber(person.articles, language)}</span></h2>
${found.results.length > 0 ? drawResults(found.results, context) : html`<p>${messages.nothing}</p>`}
<p><a href="${search}" rel="nofollow">${messages.search}: ${person.label}</a></p>
</div>
<aside class="about">
${drawTogether(person, context)}
${roles.length > 0 ? drawOffices(roles, context) : ''}
${known ? drawNames(person, context) : ''}
</aside>
</div>`,
    },
    context,
  );
};

const drawTogether = ({ together }: Person, context: PageContext): Printable =>
  together.length > 0 &&
  html`<section><h2>${context.messages.together}</h2><ul class="named">${together.map(
    ({ id, label, count }) =>
      html`<li><a href="${withLanguage(personPath(id), context)}" dir="auto">${label}</a> <span class="count">${printNumber(count, context.language)}</span></li>`,
  )}</ul></section>`;

const drawOffices = (roles: readonly PersonRole[], { messages, language }: PageContext): Markup =>
  html`<section><h2>${messages.offices}</h2><ul class="named">${roles.map(
    ({ office, country, from, to }) =>
      html`<li>${nameOffice(office, country, language)} <span class="count">${from ?? ''}–${to ?? ''}</span></li>`,
  )}</ul></section>`;

const drawNames = ({ names }: Person, { messages, language }: PageContext): Markup =>
  html`<section><h2>${messages.names}</h2><dl>${Object.entries(names).map(([tag, forms]) => {
    const any = tag === 'mul';
    const forReading = [...new Set(forms)].join(' · ');
    return html`<dt>${any ? '–' : printLanguage(tag, language)}</dt><dd${any ? '' : html` lang="${tag}"`} dir="${any ? 'auto' : directionOf(tag)}">${forReading}</dd>`;
  })}</dl></section>`;
