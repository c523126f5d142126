import type { CreditWords } from './credit-words.ts';
import type { DateWords } from './date-words.ts';
import type { ReportWords } from './report-words.ts';
import type { SolidNameWords } from './solid-name-words.ts';
import type { TitleGroup } from './titles.ts';

/** All that the system knows about one language; no agency's, person's or place's name stands here. */
export interface LanguageProfile {
  /** ISO 639-1, or `und`. */
  readonly code: string;
  /** The language's name in itself. */
  readonly name: string;
  /** ISO 15924 codes, the commonest first. */
  readonly scripts: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  readonly analysis: LanguageAnalysis;
  readonly dates: DateWords;
  /** A bare place and a full stop may begin a text, as a dateline: `Berlin. Der Minister …`. */
  readonly placeOpensText?: true;
  /** Small words that datelines hold beside place, agency and day, lower case: "and", "in", "correspondent". */
  readonly datelineWords?: readonly string[];
  /** States that datelines print behind a city, as printed there, lower case, with their country (ISO 3166). */
  readonly stateWords?: Readonly<Record<string, string>>;
  /** Labels right before the place of a dateline: `発信地`. */
  readonly placeLabels?: readonly string[];
  /** Frames of credit lines and labels, e.g. `Источник: {agency}`. */
  readonly credits: readonly string[];
  readonly creditWords?: CreditWords;
  readonly reportWords?: ReportWords;
  readonly furniture: FurnitureWords;
  /** Offices, ranks, professions, kin and forms of address: each word once, with what it does beside a name. */
  readonly titles?: readonly TitleGroup[];
  /**
   * Words that name an office in print, by the codes of `authorities/people/office-names.tsv`, lower case. Beginnings of
   * words, so that inflected forms match too.
   */
  readonly offices?: Readonly<Record<string, readonly string[]>>;
  /** Where no tagger reads the language's script: the words beside persons' names. */
  readonly persons?: PersonWords;
  readonly countryWords?: CountryWords;
  /** Words by which names are corrected that a tagger has found. */
  readonly names?: NameWords;
  /** Words that stand beside names. Taggers are trained with them: after a change, train again (`models/README.md`). */
  readonly cues?: CueWords;
}

/** Parts of an Elasticsearch index's `analysis` settings. Names of own parts begin with the language's code. */
export interface LanguageAnalysis {
  readonly charFilters?: AnalysisParts;
  readonly tokenizers?: AnalysisParts;
  readonly filters?: AnalysisParts;
  /** Written without spaces between words, or with more than a word between two of them (Korean). */
  readonly unspaced?: true;
  /** Small words, lower case, that are something else in capitals: `us` and US. */
  readonly capitals?: readonly string[];
  /** What is also written with two letters for one that has a mark (ø, oe); names, where nothing is said. */
  readonly digraphs?: 'words' | 'none';
  /** For `title`, `lead`, `body` and `credits`. */
  readonly text: CustomAnalyzer;
  /** For queries on the same fields, where it differs. */
  readonly textSearch?: CustomAnalyzer;
  /** Without stemming and with stop words: phrases, proximity and `=exact`. */
  readonly exact: CustomAnalyzer;
  /** For queries on the same, where it differs. */
  readonly exactSearch?: CustomAnalyzer;
  /** Overlapping pairs, for scripts without spaces. */
  readonly bigram?: CustomAnalyzer;
}

export type AnalysisParts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface CustomAnalyzer {
  readonly charFilters?: readonly string[];
  readonly tokenizer: string;
  /** Before words are parted at hyphens and apostrophes: filters that read these. */
  readonly first?: readonly string[];
  readonly filters: readonly string[];
}

/**
 * Beginnings of words that stand for a country (ISO 3166) or an international body, lower case: those that its name
 * in the language does not begin with, such as `french` and `u.s`.
 */
export type CountryWords = Readonly<Record<string, readonly string[]>>;

/** Words of page furniture, lower case: lines made of these are no part of an article. */
export interface FurnitureWords {
  /** Whole lines of menus, app, share and print links. */
  readonly menu: readonly string[];
  /** Beginnings of legal lines: copyright, registration, re-use. */
  readonly legal: readonly string[];
  /** Beginnings of lines that lead to other articles. */
  readonly related: readonly string[];
  /** Words for cookies, as in notices that ask for consent; anywhere in a line. */
  readonly consent: readonly string[];
  /** Words of the buttons by which a page is shared, anywhere in a line. */
  readonly sharing?: readonly string[];
}

/** Words by which persons are found without a tagger. */
export interface PersonWords {
  /** Words between title and name that belong to the title: portfolios, `foreign`, `former`. */
  readonly modifiers: readonly string[];
  /** Words that follow a name and end it: verbs of speech, postpositions. */
  readonly after: readonly string[];
  /** Words that stand beside titles and are no part of a name. */
  readonly never: readonly string[];
  /** Letters written onto the word that follows: "and", which may stand before the others, then prepositions and the article. */
  readonly prefixes?: string;
}

/** Words around the names of persons, lower case, in every printed form. */
export interface NameWords {
  /** Words that say that an office is former, acting or future. */
  readonly reservations?: readonly string[];
  /** Words of departments and bodies between an office and a name (`иностранных дел`, `of State`). */
  readonly portfolios?: readonly string[];
  /** Small words within an office; one that ends with `’` is joined to the next (`l’Intérieur`). */
  readonly links?: readonly string[];
  /** What is called after persons, printed before the name: streets, hospitals, ships, storms, prizes. */
  readonly namesakes?: readonly string[];
  /** "Former" and "present" between a name and its title or before both, in scripts without capitals. */
  readonly former?: readonly string[];
  readonly present?: readonly string[];
  /** Words of that kind that are written onto a name when its title follows. */
  readonly attachedTimes?: readonly string[];
  readonly solid?: SolidNameWords;
  /** Endings that make a title polite. */
  readonly politeEndings?: readonly string[];
  /**
   * Case endings of names in Latin script, which a name loses to be compared. What stands before a `|` stays: by it the
   * surnames of men are told from those of women (`ski|ego` of Kowalskiego, `iej` of Kowalskiej).
   */
  readonly endings?: readonly string[];
  /** Whether people bear their father's and their mother's surname. */
  readonly doubleSurnames?: boolean;
  /** Words joined to a name by a hyphen that are no part of it (`Miller-led`), as short as a syllable of a name. */
  readonly suffixes?: readonly string[];
  /** Letters written onto the word that follows: conjunctions and prepositions. */
  readonly prefixes?: string;
  /** Foreign given names of one letter, which is no initial behind the surnames of that people, as transcribed. */
  readonly oneLetterNames?: { readonly given: readonly string[]; readonly surnames: readonly string[] };
  /** Particles inside foreign names, in a script without capitals: a name that begins with one lacks its first word. */
  readonly particles?: readonly string[];
}

/**
 * Words beside names, lower case, by class; offices and honorifics are among `titles`. The classes are the same in
 * every language, as is the tagger.
 */
export interface CueWords {
  /** Verbs by which somebody speaks or acts. */
  readonly speech?: readonly string[];
  /** Words within the names of bodies, firms and streets. */
  readonly organisation?: readonly string[];
  /** Prepositions of place, and words for towns, rivers, regions. */
  readonly place?: readonly string[];
  readonly family?: readonly string[];
  /** Small words within names. */
  readonly particle?: readonly string[];
  /** Months and days of the week. */
  readonly calendar?: readonly string[];
  /** Articles, pronouns, conjunctions, prepositions. */
  readonly function?: readonly string[];
  /** What stands before an office or a country: `former`, `Russian`. */
  readonly modifier?: readonly string[];
}
