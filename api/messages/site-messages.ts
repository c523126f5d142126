/** Texts around the search: choosing, citing, trust, errors. Each is complete by itself, as in `PageMessages`. */
export interface SiteMessages {
  /** Opens the filters on a phone. */
  readonly filterAndSort: string;
  /** Closes them. */
  readonly showResults: string;
  /** Names the list of everything chosen. */
  readonly chosen: string;
  readonly remove: (name: string) => string;
  readonly pastDay: string;
  readonly pastWeek: string;
  readonly pastMonth: string;
  readonly pastYear: string;
  readonly anyTime: string;
  /** Every value of a facet. */
  readonly showAll: string;
  readonly findInList: string;
  /** `count` is the formatted number: "3 copies". */
  readonly copies: (count: string, plural: Intl.LDMLPluralRule) => string;
  /** Instead of a title if the article has no words at all. */
  readonly untitled: string;
  readonly developers: string;
  /** Of the highest bar of the timeline. */
  readonly peak: string;
  /** Before the name of a host. */
  readonly readAt: string;
  /** Opens the citation, and what shares the page. */
  readonly cite: string;
  readonly share: string;
  /** Said where a browser has no menu to share by. */
  readonly copied: string;
  readonly about: string;
  readonly aboutText: string;
  readonly sources: string;
  readonly lastArticle: string;
  readonly contact: string;
  readonly contactText: string;
  readonly imprint: string;
  readonly notConfigured: string;
  readonly privacy: string;
  readonly privacyText: string;
  /** Where one reader, or all of them, asked too much at once. */
  readonly tooMany: string;
  readonly offline: string;
  readonly offlineHelp: string;
  /** For an ambiguous date. */
  readonly whichDate: string;
}
