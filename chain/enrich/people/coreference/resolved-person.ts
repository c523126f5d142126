import type { Mention } from '../../../../domain/article.ts';
import type { Gender } from './genders.ts';
import type { PrintedName } from './printed-name.ts';

/** Mentions of one person, in the order of the text. */
export interface ResolvedPerson {
  name: string;
  readonly forms: PrintedName[];
  readonly mentions: Mention[];
  /** Titles printed beside the full name. */
  readonly titles: Set<string>;
  /** The gender of the honorific or office before the full name. */
  gender: Gender | null;
}
