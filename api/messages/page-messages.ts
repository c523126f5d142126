/** Texts of the pages. Each is complete by itself; nothing is inserted into a sentence. */
export interface PageMessages {
  readonly tagline: string;
  readonly search: string;
  readonly placeholder: string;
  /** The first link of every page. */
  readonly skip: string;
  readonly filters: string;
  readonly dates: string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly clearAll: string;
  readonly notStated: string;
  readonly sortBy: string;
  readonly relevance: string;
  readonly newest: string;
  readonly oldest: string;
  readonly previous: string;
  readonly next: string;
  readonly page: string;
  readonly didYouMean: string;
  readonly nothing: string;
  /** A sentence. */
  readonly nothingHelp: string;
  readonly corrected: string;
  /** Above articles that the operator shows first. */
  readonly bestBets: string;
  readonly copiesAsOne: string;
  readonly everyCopy: string;
  readonly cannotRead: string;
  /** Before the offending text. */
  readonly foundThere: string;
  /** Followed by what the parser expected. */
  readonly expected: string;
  readonly tryInstead: string;
  readonly unavailable: string;
  readonly unavailableHelp: string;
  readonly missing: string;
  readonly missingHelp: string;
  readonly gone: string;
  readonly updated: string;
  readonly published: string;
  readonly whereFrom: string;
  readonly original: string;
  readonly versions: string;
  readonly version: string;
  readonly textOf: string;
  readonly peopleNamed: string;
  readonly names: string;
  readonly offices: string;
  readonly together: string;
  readonly articlesNaming: string;
  readonly asApi: string;
  readonly feeds: string;
  readonly download: string;
  readonly export: string;
  /** The panel with the ways to be notified of new results. */
  readonly alert: AlertMessages;
  readonly interfaceLanguage: string;
  /** After a name. */
  readonly seeAlsoMany: string;
  readonly expansion: string;
  /** Searching by translation. */
  readonly across: {
    /** `count` is the formatted number: "214 more articles in other languages". */
    readonly more: (count: string, plural: Intl.LDMLPluralRule) => string;
    readonly show: string;
    readonly searched: string;
    readonly off: string;
    /** Beside a result that contains no word of the query. */
    readonly found: string;
    /** Words of the query are searched as written, because it has too many to translate them all. */
    readonly limited: string;
    /** Removes one translation from the search. */
    readonly drop: (term: string) => string;
  };
  readonly withoutIt: string;
  /** A link to the same search with every word required. */
  readonly everyWord: string;
  readonly revision: string;
  readonly received: string;
  readonly agency: string;
  readonly publisher: string;
  readonly title: string;
  readonly place: string;
  readonly demo: string;
  /** A link to the same search that requires only most of the words. */
  readonly mostWords: string;
  /** Follows `expected`. */
  readonly dateForm: string;
  /** Follows `expected` if two days, months or years are in the wrong order, or if neither can be read. */
  readonly dateOrder: string;
  /** Above the articles whose author the person is. */
  readonly writtenBy: string;
  readonly byMonth: string;
  /** Copies of a text and similar articles; `first` comes before a name, `differ` after a number. */
  readonly copies: {
    readonly title: string;
    readonly first: string;
    readonly similar: string;
    readonly differ: string;
  };
  readonly chart: ChartMessages;
}

export interface ChartMessages {
  /** A link to the chart. */
  readonly open: string;
  readonly counts: string;
  readonly shares: string;
  /** Before the field of a further query. */
  readonly compare: string;
  readonly table: string;
  /** Before the choice of day, week, month… */
  readonly step: string;
  readonly draw: string;
}

export interface AlertMessages {
  /** Opens the panel. */
  readonly open: string;
  readonly feedHelp: string;
  readonly webhookHelp: string;
  readonly name: string;
  readonly key: string;
  readonly address: string;
  readonly save: string;
  /** Before the addresses of the feed. */
  readonly saved: string;
  /** Before the secret that signs calls. */
  readonly secret: string;
  /** If the service did not answer. */
  readonly failed: string;
  /** Before a request to copy. */
  readonly request: string;
}
