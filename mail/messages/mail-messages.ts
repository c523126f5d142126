/**
 * What e-mails, and the pages around them, say in one interface language. Each text is complete by itself: numbers and
 * names stand before or after it, so that no grammar depends on them.
 */
export interface MailMessages {
  /** Of the form on a page. */
  readonly help: string;
  readonly address: string;
  readonly howOften: string;
  readonly immediately: string;
  readonly hourly: string;
  readonly daily: string;
  /** A button. */
  readonly follow: string;
  readonly noAddress: string;
  /** After the form was sent: a title, and a sentence that does not tell whether the address is known. */
  readonly checkMail: string;
  readonly checkMailHelp: string;
  /** A button, the title of its page, and the subject of the first message. */
  readonly confirm: string;
  readonly confirmed: string;
  /** For a link that can no longer be used. */
  readonly lapsed: string;
  readonly lapsedHelp: string;
  /** A button, the title of its page, and the last link of every message. */
  readonly unsubscribe: string;
  readonly unsubscribed: string;
  /** In the first message, before the search. */
  readonly asked: string;
  readonly ignore: string;
  /** Before a number and the search. */
  readonly newArticles: string;
  /** Before a number: articles that a message has no room for. */
  readonly more: string;
  /** Beside an article that was changed. */
  readonly corrected: string;
  readonly untitled: string;
  readonly because: string;
  /** For the privacy policy. */
  readonly privacy: string;
}
