import { z } from 'zod';

/** What the search for copies needs of one new document. */
export interface StoryQuestion {
  readonly id: string;
  readonly language: string;
  readonly date: string | null;
  readonly signature: readonly string[];
  /** The document as JSON; its `body` is parsed only if there is something to compare it with. */
  readonly json: string;
}

/** A text that may be a copy, likeliest first. */
export interface Candidate {
  readonly story: string;
  readonly signature: readonly string[];
  readonly body: string;
}

const withBody = z.object({ body: z.string() });
export const bodyOf = (json: string): string => withBody.parse(JSON.parse(json)).body;
