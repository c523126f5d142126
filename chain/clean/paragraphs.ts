import type { Paragraph, ParagraphKind, SourceBlock } from '../../domain/article.ts';
import { lettersOf } from '../../languages/scripts.ts';

const SUBHEAD = /^h[1-6]$/;
const SENTENCE_END = /[.!?…。！？।؟"”»」』:;)]$/u;
const SPACELESS_END = new RegExp(`[${lettersOf('Hani', 'Kana')}、，；：]$`, 'u');

/** Body blocks as paragraphs; lines separated only by a line break within a sentence are joined. */
export const paragraphsOf = (blocks: readonly SourceBlock[]): readonly Paragraph[] => {
  const paragraphs: Paragraph[] = [];
  let before: SourceBlock | null = null;
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    if (block.zone !== 'body') before = null;
    else if (last !== undefined && before !== null && continues(before, block)) {
      const space = SPACELESS_END.test(last.text) ? '' : ' ';
      paragraphs[paragraphs.length - 1] = { kind: last.kind, text: `${last.text}${space}${block.text}` };
      before = block;
    } else {
      paragraphs.push({ kind: kindOf(block), text: block.text });
      before = block;
    }
  }
  return paragraphs;
};

const continues = (before: SourceBlock, block: SourceBlock): boolean =>
  block.layout?.continues === true &&
  before.layout?.box === block.layout.box &&
  before.text.length > 40 &&
  !SENTENCE_END.test(before.text) &&
  /^\p{Ll}/u.test(block.text);

const kindOf = (block: SourceBlock): ParagraphKind => {
  if (SUBHEAD.test(block.tag)) return 'subhead';
  const { layout } = block;
  if (layout === undefined) return 'text';
  if (layout.emphasis === 1 && block.text.length < 100 && !SENTENCE_END.test(block.text)) return 'subhead';
  for (
    let box: typeof layout.box | null = layout.box, up = 0;
    box !== null && up < 3;
    box = box.parent, up += 1
  ) {
    if (box.tag === 'blockquote') return 'quote';
    if (box.tag === 'li') return 'list-item';
  }
  return 'text';
};
