import type { NameSpan } from '../../name-span.ts';

/** A name found without a tagger, with the title printed before it. */
export interface UntaggedName extends NameSpan {
  readonly role: string | null;
}
