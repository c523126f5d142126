import type { NameMatch } from '../../../authorities/name-index.ts';
import type { LanguageProfile } from '../../../languages/profile.ts';
import type { Split } from './ends.ts';
import { isFiller, isInResult, isShortNumber, type Stretch } from './fillers.ts';
import { type HeadContext, namedParts, placeAt } from './head.ts';

/**
 * Reads a dateline without closing punctuation from its parts: place, day and agency, one after the other, as in
 * `Baghdad-INA`, `БАКУ, 25 ноября, АЗЕРТАДЖ`, `КИЇВ. 25 листопада. Укрінформ.`, `القاهرة - أ ف ب:`.
 *
 * @param start  the beginning of a paragraph
 * @returns null unless there are a recorded place and an agency, and a sentence begins after them
 */
export const readPrefix = (start: string, context: HeadContext): Split | null => {
  const parts = namedParts(start, context);
  const all: readonly Part[] = [
    ...parts.places.map((match) => ({ ...match, kind: 'place' as const })),
    ...parts.agencies.filter(isAgency(context)).map((match) => ({ ...match, kind: 'agency' as const })),
    ...parts.dates.map(({ start, end }) => ({ start, end, kind: 'date' as const })),
  ].sort((a, b) => a.start - b.start);
  const run = leadingRun(all, start, context.profile);
  const place = parts.places.find(({ start: at }) => run.some((part) => part.start === at));
  const agency = parts.agencies.find(({ start: at }) => run.at(-1)?.start === at);
  const [first, second] = run;
  // Adjacent place and name may be one phrase: `Paris Reuters staff`.
  const parted = run.length > 2 || /\P{Zs}/u.test(start.slice(first?.end ?? 0, second?.start ?? 0));
  if (!place || !agency || !parted || isInResult(start, agency, run)) return null;
  const length = agency.end + (trailing.exec(start.slice(agency.end))?.[0].length ?? 0);
  if (!/^[\p{Lu}\p{Lo}"“«„'‘\d]/u.test(start.slice(length))) return null;
  const date = parts.dates.find(({ start: at }) => run.some((part) => part.start === at)) ?? null;
  return { head: { place: placeAt(place, start), agencies: [agency.ids[0] ?? ''], date }, length };
};

interface Part extends Stretch {
  readonly kind: 'place' | 'agency' | 'date';
}

const trailing = /^[\s)）\]】/:：.,،–—-]{0,8}/u;

const isAgency =
  ({ agencies }: HeadContext) =>
  ({ ids: [id] }: NameMatch): boolean =>
    agencies.get(id ?? '')?.kind === 'agency';

/** The parts up to the first agency, with only punctuation and small words before and between them. */
const leadingRun = (parts: readonly Part[], text: string, profile: LanguageProfile): readonly Part[] => {
  const run: Part[] = [];
  let at = 0;
  for (const part of parts) {
    const between = text.slice(at, part.start).split(/[\s()（）[\]/,،.:·—–-]+/u);
    // Numbers before a place, or between two, are scores.
    const dayBeside = part.kind !== 'place' || run.at(-1)?.kind === 'date';
    const isSmall = (word: string): boolean => isFiller(word, profile) || (dayBeside && isShortNumber(word));
    if (between.some((word) => word !== '' && !isSmall(word))) return [];
    run.push(part);
    at = part.end;
    if (part.kind === 'agency') return run;
  }
  return [];
};
