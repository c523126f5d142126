import type { SiteMessages } from '../site-messages.ts';

export const germanSite: SiteMessages = {
  filterAndSort: 'Filtern und sortieren',
  showResults: 'Ergebnisse anzeigen',
  chosen: 'Gewählte Filter',
  remove: (name) => `${name} entfernen`,
  pastDay: 'Letzte 24 Stunden',
  pastWeek: 'Letzte Woche',
  pastMonth: 'Letzter Monat',
  pastYear: 'Letztes Jahr',
  anyTime: 'Jederzeit',
  showAll: 'Alle anzeigen',
  findInList: 'In dieser Liste suchen',
  copies: (count, plural) => `${count} ${plural === 'one' ? 'Kopie' : 'Kopien'}`,
  untitled: 'Ohne Titel',
  developers: 'Für Entwickler',
  peak: 'Höchstwert',
  readAt: 'Lesen bei',
  cite: 'Zitieren',
  about: 'Über Dateline',
  aboutText:
    'Dateline sammelt, was Regierungen und Nachrichtenagenturen veröffentlichen, und macht es in vielen Sprachen durchsuchbar. Jeder Artikel behält seine Quelle, sein Datum und alle seine Fassungen. Personen werden unter ihrem Namen in jeder Schrift gefunden.',
  sources: 'Quellen',
  lastArticle: 'Letzter Artikel',
  contact: 'Korrekturen und Löschung',
  contactText:
    'Ist ein Text, ein Name oder ein Datum falsch oder sollte ein Artikel nicht hier stehen, schreiben Sie bitte dem Betreiber und nennen Sie die Adresse der Seite. Was eine Quelle berichtigt, erscheint als neue Fassung; was zurückgezogen wird, wird nicht mehr gezeigt.',
  imprint: 'Impressum',
  notConfigured: 'Der Betreiber dieser Installation hat weder Namen noch Adresse angegeben.',
  privacy: 'Datenschutz',
  privacyText:
    'Die Seiten setzen keine Cookies und laden nichts von anderen Websites. Das Protokoll enthält Art der Seite, Zeit, Ergebnis und Dauer einer Anfrage, aber weder die gesuchten Wörter noch die Adresse der Leser. Gegen Missbrauch werden die Anfragen einer Adresse für kurze Zeit gezählt.',
  offline: 'Keine Verbindung',
  offlineHelp: 'Die Suche braucht eine Verbindung. Bitte versuchen Sie es wieder, wenn Sie online sind.',
  whichDate: 'Welcher Tag ist gemeint?',
};
