import type { PersonRecord } from '../../../authorities/people/index.ts';
import { languageName } from '../../search/authorities.ts';
import type { SearchResult } from '../../search/result.ts';
import { html, type Markup } from '../markup.ts';
import { directionOf, drawPage, type PageContext, personPath, printNumber, withLanguage } from '../page.ts';
import { drawResults } from './result-list.ts';
import { drawTimeline } from './timeline.ts';

export interface PersonView {
  readonly id: string;
  readonly label: string;
  /** Null for a person who is known by a name only. */
  readonly record: PersonRecord | null;
  readonly roles: readonly string[];
  readonly found: SearchResult;
}

/** One person: names in all scripts, offices, when, and together with whom. */
export const drawPersonPage = (person: PersonView, context: PageContext): Markup => {
  const { messages, language } = context;
  const { found } = person;
  const search = withLanguage(`/?person=${encodeURIComponent(person.id)}`, context);
  return drawPage(
    {
      title: `${person.label} – Dateline`,
      indexed: person.record !== null,
      canonical: `${context.origin}${personPath(person.id)}`,
      main: html`<header class="person-head">
<h1 dir="auto">${person.label}</h1>
${person.roles.length > 0 ? html`<ul class="offices" aria-label="${messages.offices}">${person.roles.map((role) => html`<li dir="auto">${role}</li>`)}</ul>` : ''}
</header>
<div class="columns">
<div class="found">
${found.facets.date ? drawTimeline(found.facets.date, context) : ''}
<h2>${messages.articlesNaming} <span class="count">${printNumber(found.total.count, language)}</span></h2>
${found.results.length > 0 ? drawResults(found.results, context) : html`<p>${messages.nothing}</p>`}
<p><a href="${search}" rel="nofollow">${messages.search}: ${person.label}</a></p>
</div>
<aside class="about">
${drawTogether(person, context)}
${person.record ? drawNames(person.record, context) : ''}
</aside>
</div>`,
    },
    context,
  );
};

const drawTogether = ({ id, found }: PersonView, context: PageContext): Markup | '' => {
  const others = (found.facets.person?.options ?? []).filter(({ value, count }) => value !== id && count > 0);
  if (others.length === 0) return '';
  return html`<section><h2>${context.messages.together}</h2><ul class="named">${others.map(
    ({ value, label, count }) =>
      html`<li><a href="${withLanguage(personPath(value), context)}" dir="auto">${label}</a> <span class="count">${printNumber(count, context.language)}</span></li>`,
  )}</ul></section>`;
};

const drawNames = ({ names }: PersonRecord, { messages, language }: PageContext): Markup => {
  const byLanguage = new Map<string, Set<string>>();
  for (const { language: tag, form } of names) {
    const forms = byLanguage.get(tag) ?? new Set();
    byLanguage.set(tag, forms.add(form.replaceAll('|', ' ').replaceAll('*', '')));
  }
  return html`<section><h2>${messages.names}</h2><dl>${Array.from(
    byLanguage,
    ([tag, forms]) =>
      html`<dt>${languageName(tag, language)}</dt><dd lang="${tag}" dir="${directionOf(tag)}">${[...forms].join(' · ')}</dd>`,
  )}</dl></section>`;
};
