/**
 * Every field that a sender may give, with its limit: characters of a line, entries of a list of names. This is the only
 * list of them: the validation of our own JSON, URL parameters, the fields kept in `raw` and their types are all
 * derived from it, each with schemas for the two kinds.
 */
export const givenFields = <Line, Names>(line: (most: number) => Line, names: (most: number) => Names) => ({
  title: line(5000),
  /** Paragraphs, one a line. */
  body: line(5 * 1024 * 1024),
  /** Any printed form; parsed by the date step. */
  date: line(200),
  /** Names or ids, in printed order. */
  agency: names(50),
  dateline: line(500),
  /** Names or ids. */
  people: names(1000),
  /** Names of who wrote it. */
  author: names(50),
  /** BCP 47, e.g. `zh-Hant`. */
  language: line(35),
  url: line(4000),
  publisher: line(500),
});

type Given = ReturnType<typeof givenFields<string | null, readonly string[] | null>>;

/** What the sender said about the article. `null` means that it has none; an absent field is for us to find. */
export type GivenFields = Readonly<Partial<Given>>;
