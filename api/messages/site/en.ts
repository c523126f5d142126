import type { SiteMessages } from '../site-messages.ts';

export const englishSite: SiteMessages = {
  filterAndSort: 'Filter and sort',
  showResults: 'Show results',
  chosen: 'Chosen filters',
  remove: (name) => `Remove ${name}`,
  pastDay: 'Past 24 hours',
  pastWeek: 'Past week',
  pastMonth: 'Past month',
  pastYear: 'Past year',
  anyTime: 'Any time',
  showAll: 'Show all',
  findInList: 'Find in this list',
  copies: (count, plural) => `${count} ${plural === 'one' ? 'copy' : 'copies'}`,
  untitled: 'Untitled',
  developers: 'For developers',
  peak: 'Most',
  readAt: 'Read at',
  cite: 'Cite',
  about: 'About',
  aboutText:
    'Dateline collects what governments and news agencies publish and makes it searchable in many languages. Each article keeps its source, its date and all of its versions. People are found by name in any script.',
  sources: 'Sources',
  lastArticle: 'Last article',
  contact: 'Corrections and removal',
  contactText:
    'If a text, a name or a date is wrong, or an article should not be here, write to the operator and give the address of the page. What a source corrects is shown as a new version; what is withdrawn is no longer shown.',
  imprint: 'Operator',
  notConfigured: 'The operator of this installation has not given a name or an address.',
  privacy: 'Privacy',
  privacyText:
    'The pages set no cookies and load nothing from other sites. The log keeps the kind of page, the time, the result and the duration of a request, but neither the words that were searched for nor the address of the reader. To limit abuse, the number of requests of an address is counted for a short time.',
  offline: 'You are offline',
  offlineHelp: 'The search needs a connection. Please try again when you are online.',
  whichDate: 'Which day is meant?',
};
