import type { SourceBlock } from '../../domain/article.ts';

/** What one block looks like, whatever its language. */
export interface BlockLook {
  /** Width of the text: an ideograph, kana or hangul syllable counts as two letters. */
  readonly width: number;
  /** Sentence and clause marks of any script. */
  readonly marks: number;
  /** Ends as a sentence does. */
  readonly closed: boolean;
  /** Running text: long enough, with marks, few links. */
  readonly prose: boolean;
}

const MARKS = /[.,;:!?…。、，；：！？؟،؛।॥·]/g;
const CLOSED = /[.!?…。！？؟।॥](?:["'”’»」』）)\]]{0,3})$/;
const WIDE =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[\ud840-\ud87f][\udc00-\udfff]/g;

export const lookAt = ({ text, linkDensity }: SourceBlock): BlockLook => {
  const width = text.length + count(text, WIDE);
  const marks = count(text, MARKS);
  const closed = CLOSED.test(text);
  // Thai parts sentences by spaces and has no marks.
  const spaced = /[\u0e00-\u0e7f]{20}/.test(text);
  const prose =
    linkDensity < 0.5 && (width >= 80 ? marks >= 1 || spaced : width >= 40 && closed && marks >= 1);
  return { width, marks, closed, prose };
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
