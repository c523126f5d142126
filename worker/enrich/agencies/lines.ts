import type { CleanArticle, SourceBlock } from '../../../domain/article.ts';

/** A line that may credit somebody for the text. */
export interface CreditLine {
  readonly text: string;
  /** `credit` lines are the article's own; `near` ones stand a few lines off; `closing` ones end the text. */
  readonly place: 'credit' | 'near' | 'closing';
}

const longest = 220;
const nearBefore = 6;
const nearAfter = 6;

/** Lines around the article in printed order, photographs' credits left out. */
export const creditLines = (clean: CleanArticle): readonly CreditLine[] => {
  const { blocks } = clean;
  const own = (block: SourceBlock): boolean =>
    block.zone === 'title' || block.zone === 'body' || block.zone === 'credit';
  const first = blocks.findIndex(own);
  const last = blocks.findLastIndex(own);
  const bodyLines = blocks.flatMap(({ zone }, index) => (zone === 'body' ? [index] : []));
  const closing = new Set([...bodyLines.slice(-3), ...bodyLines.slice(0, 2)]);
  const lines: CreditLine[] = [];
  for (const [index, block] of blocks.entries()) {
    const { text, zone } = block;
    if (text.length > longest || isPhotoCredit(block)) continue;
    if (zone === 'credit') lines.push({ text, place: 'credit' });
    else if (zone === 'body') {
      if (closing.has(index)) lines.push({ text, place: 'closing' });
    } else if (
      index > first - nearBefore &&
      index < last + nearAfter &&
      zone !== 'title' &&
      (block.linkDensity < 0.95 || isCreditLink(block, index - last))
    )
      lines.push({ text, place: 'near' });
  }
  if (blocks.length === 0)
    for (const { text } of clean.paragraphs.slice(-2))
      if (text.length < longest) lines.push({ text, place: 'closing' });
  return lines;
};

/** A link is a credit right behind the text or where the page's names say so; elsewhere it is a menu. */
const isCreditLink = ({ path }: SourceBlock, behind: number): boolean =>
  (behind > 0 && behind < 3) || (behind <= 0 && /sour|aut|agenc|credit|zrod|fonte/.test(path.slice(-60)));

const photoWords =
  /(?:^|[^\p{L}])(?:photo|photos|foto|fotos|fot|pic|picture|image|images|imago|getty|bild|bilder|bildquelle|fotó|фото|снимок|кадр|φωτο|φωτογραφία|εικόνα|fotoğraf|ảnh|hình|gambar|billede|bilde|illustration|video|видео|kuva|afbeelding|imagen|immagine|crédito|graphic)(?:[^\p{L}]|$)|图片|圖片|摄影|攝影|\/摄|\/攝|写真|撮影|사진|صورة|عکس|תמונה|צילום|ภาพ|फोटो|发\s?[（(]?.{0,8}摄/iu;

export const isPhotoCredit = ({ text, tag, path }: Pick<SourceBlock, 'text' | 'tag' | 'path'>): boolean =>
  tag === 'figcaption' ||
  /figure|caption|figcaption|photo-|image-credit/.test(path.slice(-70)) ||
  photoWords.test(text);
