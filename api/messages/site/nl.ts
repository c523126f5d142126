import type { SiteMessages } from '../site-messages.ts';

export const dutchSite: SiteMessages = {
  filterAndSort: 'Filteren en sorteren',
  showResults: 'Resultaten tonen',
  chosen: 'Gekozen filters',
  remove: (name) => `${name} wissen`,
  pastDay: 'Laatste 24 uur',
  pastWeek: 'Laatste week',
  pastMonth: 'Laatste maand',
  pastYear: 'Laatste jaar',
  anyTime: 'Altijd',
  showAll: 'Alles tonen',
  findInList: 'Zoeken in deze lijst',
  copies: (count, plural) => (plural === 'one' ? `${count} kopie` : `${count} kopieën`),
  untitled: 'Zonder titel',
  developers: 'Voor ontwikkelaars',
  peak: 'Meeste',
  readAt: 'Lezen op',
  cite: 'Citeren',
  about: 'Over Dateline',
  aboutText:
    'Dateline verzamelt wat regeringen en persbureaus publiceren en maakt het in veel talen doorzoekbaar. Elk artikel houdt zijn bron, zijn datum en al zijn versies. Personen zijn op naam te vinden in elk schrift.',
  sources: 'Bronnen',
  lastArticle: 'Laatste artikel',
  contact: 'Correcties en verwijdering',
  contactText:
    'Is een tekst, naam of datum onjuist, of hoort een artikel hier niet, schrijf dan aan de beheerder en noem het adres van de pagina. Wat een bron corrigeert, verschijnt als nieuwe versie; wat is ingetrokken, wordt niet meer getoond.',
  imprint: 'Beheerder',
  notConfigured: 'De beheerder van deze installatie heeft geen naam of adres opgegeven.',
  privacy: 'Privacy',
  privacyText:
    'De pagina’s plaatsen geen cookies en laden niets van andere sites. Het logboek bewaart soort pagina, tijd, uitkomst en duur van een verzoek, maar niet de gezochte woorden of het adres van de lezer. Tegen misbruik worden de verzoeken van een adres korte tijd geteld.',
  offline: 'U bent offline',
  offlineHelp: 'Zoeken vereist een verbinding. Probeer het opnieuw als u online bent.',
  whichDate: 'Welke dag wordt bedoeld?',
};
