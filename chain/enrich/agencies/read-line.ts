import type { AgencyAuthority } from '../../../authorities/agencies/index.ts';
import { plainHost } from '../../../authorities/host-index.ts';
import type { Statement } from '../../../domain/article.ts';
import { normalize } from '../../../domain/normalize.ts';
import { choiceOf, wordsOfAll } from '../../../languages/choices.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import { reportWords } from '../datelines/reporters.ts';
import type { CreditContext } from './context.ts';
import { fillFrame } from './frames.ts';
import type { CreditLine } from './lines.ts';
import { type ReadCredit, readCredit } from './segments.ts';

/** The id of an agency, from an id or a name. */
export const idOf = (name: string, agencies: AgencyAuthority): string =>
  agencies.get(name)?.id ?? agencies.findByName(name)[0] ?? nameId(name);

export const nameId = (name: string): string => `name:${normalize(name, 'NFKC').trim().slice(0, 100)}`;

/** The result of reading a line, kept because reading is slow. */
interface LineReading {
  /** The sources that the line credits by the rules of its frame and place. */
  readonly ruled: readonly string[];
  readonly frame: { readonly explicit: boolean } | null;
  /** The parts of the frame's content, else of the line; `null` if the rules did not need them. */
  readonly credit: ReadCredit | null;
}

/** The sources that a line credits by the rules of its frame and place. */
export const readLine = (line: CreditLine, context: CreditContext): readonly string[] =>
  readParts(line, context).ruled;

/** The same, with the parts read on the way. */
export const readParts = (line: CreditLine, context: CreditContext): LineReading => {
  const frame = fillFrame(line.text, context.profile);
  if (frame === null) return readBare(line, context);
  const credit = readCredit(frame.filling, context.agencies, context.profile);
  const { ids, unknown } = credit;
  const read = (ruled: readonly string[]): LineReading => ({ ruled, frame, credit });
  if (ids.length > 0 && unknown.length <= (frame.explicit || line.place !== 'closing' ? 3 : 1))
    return read(ids);
  const name = unrecordedName(line, unknown, context);
  if (ids.length === 0 && frame.explicit && name !== null && line.place === 'credit')
    return read([nameId(name)]);
  return read(frame.explicit ? [] : readBare(line, context).ruled);
};

/** The one unrecorded part that a label of sources may name; never the publisher's own address. */
const unrecordedName = (
  line: CreditLine,
  [name, ...others]: readonly string[],
  { publisher }: CreditContext,
): string | null => {
  if (name === undefined || others.length > 0 || name.length >= 40 || !/\p{L}{2}/u.test(name)) return null;
  if (!/\.[a-z]{2,8}$/i.test(name)) return name;
  return !line.between && plainHost(name) !== publisher.host ? plainHost(name) : null;
};

const readBare = (line: CreditLine, { profile, agencies }: CreditContext): LineReading => {
  const read = (ruled: readonly string[], credit: ReadCredit | null = null): LineReading => ({
    ruled,
    frame: null,
    credit,
  });
  const outlet = line.place === 'near' ? undefined : reportersBox.exec(line.text)?.[1];
  if (outlet !== undefined) return read([idOf(outlet, agencies)]);
  if (line.place === 'near' && isFurniture(line.text, profile)) return read([]);
  const credit = readCredit(line.text, agencies, profile);
  const { ids, unknown } = credit;
  if (line.place === 'near' && ids.some((id) => agencies.get(id)?.kind === 'website'))
    return read([], credit);
  const allowed = line.place === 'credit' ? 2 : 0;
  const met = unknown.length <= allowed && unknown.every((name) => name.length < 40);
  return read(met ? ids : [], credit);
};

/** `【海滨日報／王小明】`: an outlet and its reporter in brackets. */
const reportersBox = new RegExp(
  `^[【〔［[](\\p{Script=Han}{2,8}${reportWords('zh', 'papers', 'sites', 'agencies')})[／/]\\p{Script=Han}{2,4}(?=[／/】〕］\\]])`,
  'u',
);

/** Share buttons are named after the sites that they share to. */
const shareWords = wordsOfAll(({ furniture }) => furniture.sharing);
const isLatin = (word: string): boolean => /^\p{Script=Latin}/u.test(word);
const sharing = new RegExp(
  `${choiceOf(shareWords.filter((word) => !isLatin(word)))}|\\b(?:${choiceOf(shareWords.filter(isLatin))})`,
  'iu',
);

const isFurniture = (text: string, { furniture }: LanguageProfile): boolean =>
  sharing.test(text) || furniture.menu.includes(text.trim().toLowerCase());

const closing =
  /[(（/【[]\s{0,2}([^()（）/【】[\]\n]{2,30}(?:\/[^()（）/【】[\]\n]{2,20}){0,4})\s{0,2}[)）/】\]]\s{0,2}\p{P}?\s{0,2}(?:\p{Ll}{2,4}\s?[/ ]?\s?){0,3}$/u;

/** `(PAP)`, `/TASS/`, `(APA/sda/dpa)` at the end of a text, and its position. */
export const closingCredit = (
  text: string,
  { agencies, profile }: CreditContext,
): { ids: readonly string[]; at: number } => {
  const end = text.slice(-80);
  const match = closing.exec(end);
  if (!match) return { ids: [], at: -1 };
  const { ids, unknown } = readCredit(match[1] ?? '', agencies, profile);
  return unknown.length > 0 ? { ids: [], at: -1 } : { ids, at: text.length - end.length + match.index };
};

const stating = new Set([
  'author.name',
  'author',
  'article:author',
  'dc.creator',
  'creator',
  'creator.name',
  'source',
  'dc.source',
  'dcterms.source',
  'sourceorganization.name',
  'provider.name',
  'article:source',
  'copyrightholder.name',
  'byl',
  'articleauthor',
  'parsely-author',
  'contributor.name',
  'creditline',
  'newssource',
  'contentsource',
  'agency',
  'article.source',
  'infosource',
]);

/** A source that structured data names. */
interface StatedSource {
  readonly id: string;
  /** Named as source, not as author. */
  readonly isSource: boolean;
  /** An agency, or named as source; a newspaper as author is the publisher itself. */
  readonly ruled: boolean;
}

/** Recorded sources that structured data names as author or source, without the publisher itself. */
export const statedSources = (
  statements: readonly Statement[],
  { agencies, profile, publisher }: CreditContext,
): readonly StatedSource[] => {
  const found: StatedSource[] = [];
  for (const { property, value } of statements.slice(0, 1000)) {
    if (!stating.has(property) || value.length > 120) continue;
    for (const id of readCredit(value, agencies, profile).ids) {
      const agency = agencies.get(id);
      const self = publisher.host !== null && agencies.byHost(publisher.host)?.id === id;
      const isSource = /source/.test(property);
      if (agency && !self) found.push({ id, isSource, ruled: agency.kind === 'agency' || isSource });
    }
  }
  return found;
};
