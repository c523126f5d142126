import type { AgencyKind } from '../../../authorities/agencies/index.ts';
import type { CleanArticle } from '../../../domain/article.ts';
import { type Features, likely, loadRanker, type Ranker } from '../../rank/ranker.ts';
import type { CreditContext } from './context.ts';
import { type Evidence, gatherEvidence, type Manner } from './evidence.ts';

/** A source that a page names, with all its mentions. */
interface SourceCandidate {
  readonly id: string;
  readonly evidence: readonly Evidence[];
  readonly features: Features;
}

const manners: readonly Manner[] = [
  'framed',
  'bare',
  'byline',
  'passing',
  'dateline',
  'closing',
  'lead',
  'author',
  'source',
  'copyright',
];
const kinds: readonly AgencyKind[] = ['agency', 'government', 'broadcaster', 'newspaper', 'website'];

export const sourceFeatures: readonly string[] = [
  ...manners,
  ...kinds,
  ...kinds.map((kind) => `bare+${kind}`),
  'unrecorded',
  'ruled',
  'self',
  'explicit',
  'between',
  'credit',
  'near',
  'closing-line',
  'unknown',
  'agreement',
  'copyright+agency',
  'near+government',
];

/** Every source that the page names, in printed order. */
export const sourceCandidates = (clean: CleanArticle, context: CreditContext): readonly SourceCandidate[] => {
  const byId = Map.groupBy(gatherEvidence(clean, context), ({ id }) => id);
  return [...byId].map(([id, evidence]) => ({ id, evidence, features: featuresOf(id, evidence, context) }));
};

/** The ids of those who are credited. */
export const creditedSources = (clean: CleanArticle, context: CreditContext): readonly string[] =>
  likely(sourceCandidates(clean, context), shipped(), ({ features }) => features).map(({ id }) => id);

let loaded: Ranker | null = null;
const shipped = (): Ranker => {
  loaded ??= loadRanker('agencies', sourceFeatures);
  return loaded;
};

const featuresOf = (
  id: string,
  evidence: readonly Evidence[],
  { agencies, publisher }: CreditContext,
): Features => {
  const kind = agencies.get(id)?.kind ?? null;
  const has = (fits: (one: Evidence) => boolean): number => (evidence.some(fits) ? 1 : 0);
  const is = (wanted: AgencyKind): number => (kind === wanted ? 1 : 0);
  const bare = has(({ manner }) => manner === 'bare');
  const self = publisher.host !== null && agencies.byHost(publisher.host)?.id === id;
  const near = has(({ place }) => place === 'near');
  return {
    ...Object.fromEntries(manners.map((manner) => [manner, has((one) => one.manner === manner)])),
    ...Object.fromEntries(kinds.map((each) => [each, is(each)])),
    ...Object.fromEntries(kinds.map((each) => [`bare+${each}`, bare * is(each)])),
    unrecorded: kind === null ? 1 : 0,
    ruled: has(({ ruled }) => ruled),
    self: self ? 1 : 0,
    explicit: has(({ explicit }) => explicit),
    between: has(({ between }) => between),
    credit: has(({ place }) => place === 'credit'),
    near,
    'closing-line': has(({ place }) => place === 'closing'),
    unknown: Math.min(...evidence.map(({ unknown }) => unknown), 4) / 4,
    agreement: Math.min(new Set(evidence.map(({ manner }) => manner)).size - 1, 3) / 3,
    'copyright+agency': has(({ manner }) => manner === 'copyright') * is('agency'),
    'near+government': near * is('government'),
  };
};
