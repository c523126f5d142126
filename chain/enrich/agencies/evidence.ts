import type { CleanArticle } from '../../../domain/article.ts';
import { bylineWords } from '../../../languages/byline-words.ts';
import { choiceOf } from '../../../languages/choices.ts';
import type { CreditContext } from './context.ts';
import { leadNames } from './frames.ts';
import { type CreditLine, creditLines } from './lines.ts';
import { closingCredit, readParts, statedSources } from './read-line.ts';
import { withoutDates } from './segments.ts';

/** The way in which a source is named. */
export type Manner =
  | 'framed'
  | 'bare'
  | 'byline'
  | 'passing'
  | 'dateline'
  | 'closing'
  | 'lead'
  | 'author'
  | 'source'
  | 'copyright';

/** One place of a page that names a source. */
export interface Evidence {
  readonly id: string;
  readonly manner: Manner;
  readonly place: CreditLine['place'] | null;
  readonly between: boolean;
  /** Parts of the same line that do not name a source. */
  readonly unknown: number;
  /** The frame means “source”. */
  readonly explicit: boolean;
  /** All rules for this way are met. */
  readonly ruled: boolean;
}

const MOST = 200;

/** Every place of a page that may credit a source, in printed order. */
export const gatherEvidence = (clean: CleanArticle, context: CreditContext): readonly Evidence[] => {
  const { opening } = context;
  const found: Evidence[] = [];
  for (const line of creditLines(clean)) found.push(...ofLine(line, context));
  for (const id of opening.agencies) found.push(plain(id, 'dateline'));
  for (const { text } of opening.paragraphs.slice(0, 2))
    for (const id of leadNames(text, context.profile, context.agencies)) found.push(plain(id, 'lead', false));
  for (const { text } of opening.paragraphs.slice(-2))
    for (const id of closingCredit(text, context).ids) found.push(plain(id, 'closing'));
  for (const { id, isSource, ruled } of statedSources(clean.statements, context))
    found.push(plain(id, isSource ? 'source' : 'author', ruled));
  found.push(...copyrights(clean, context));
  return found.slice(0, MOST);
};

const plain = (id: string, manner: Manner, ruled = true): Evidence => ({
  id,
  manner,
  place: null,
  between: false,
  unknown: 0,
  explicit: false,
  ruled,
});

const ofLine = (line: CreditLine, context: CreditContext): Evidence[] => {
  const { ruled: met, frame, credit } = readParts(line, context);
  const ruled = new Set(met);
  const unknown = credit?.unknown.length ?? 0;
  const common = { place: line.place, between: line.between ?? false, unknown };
  // A line without a label must meet all rules, because other such lines are buttons and links.
  const ids = new Set([...ruled, ...(frame && credit ? credit.ids : [])]);
  const signed = [...signedBy(line, context)].filter((id) => !ids.has(id));
  const mannerOf = (told: boolean): Manner => {
    if (!told) return 'passing';
    return frame ? 'framed' : 'bare';
  };
  return [
    ...[...ids].map((id) => ({
      ...common,
      id,
      manner: mannerOf(ruled.has(id) || unknown < 2),
      explicit: frame?.explicit ?? false,
      ruled: ruled.has(id),
    })),
    ...signed.map((id) => ({ ...common, id, manner: 'byline' as const, explicit: false, ruled: false })),
  ];
};

const byWords = choiceOf(Object.values(bylineWords).flatMap((words) => words.by));
const by = new RegExp(`^(?:${byWords})[:\\s]\\s*`, 'iu');
const anyBy = new RegExp(`(?:^|\\s)(?:${byWords})[:\\s]`, 'iu');
const MAX_SIGNED = 90;

/** Recorded sources after “by”, perhaps with a day or a name beside it: `05 Mar 2024 by AFP`. */
function* signedBy({ text }: CreditLine, { agencies, profile }: CreditContext): Generator<string> {
  if (text.length > MAX_SIGNED || !anyBy.test(text)) return;
  for (const part of withoutDates(text, profile).split(/\s*[|•·,;]\s*/u)) {
    const name = part.trim().replace(by, '');
    const [id] = name === part.trim() ? [] : agencies.findByName(name);
    if (id !== undefined) yield id;
  }
}

const claim = /©|\(c\)|copyright/iu;
const FAR = 12;
const MAX_CLAIM = 220;

/** Sources in copyright lines right after the text: `Copyright © 2011 The Press Association`. */
const copyrights = ({ blocks }: CleanArticle, { agencies }: CreditContext): Evidence[] => {
  const last = blocks.findLastIndex(({ zone }) => zone === 'body');
  return blocks
    .slice(Math.max(0, last), last + FAR)
    .filter(({ text }) => text.length < MAX_CLAIM && claim.test(text))
    .flatMap(({ text }) => agencies.findAll(text))
    .flatMap(({ ids: [id] }) => (id === undefined ? [] : [plain(id, 'copyright', false)]));
};
