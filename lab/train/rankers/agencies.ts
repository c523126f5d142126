import { sourceCandidates, sourceFeatures } from '../../../chain/enrich/agencies/sources.ts';
import { splitDateline } from '../../../chain/enrich/datelines/index.ts';
import { findLanguage } from '../../../chain/enrich/language/index.ts';
import { findPublisher } from '../../../chain/enrich/publishers/index.ts';
import { type Chain, createChain } from '../../../chain/index.ts';
import type { CleanArticle } from '../../../domain/article.ts';
import { profileFor } from '../../../languages/index.ts';
import { evenId, isSelf, mapGoldIds, readLabelled } from '../../evaluate/credits.ts';
import { isKnown } from '../../evaluate/labels.ts';
import { type Example, type ExamplePage, fitRanker } from './fit.ts';

/** The sources on labelled pages, and which of them are labelled as credited; the page's own are left out. */
export const agencyPages = async (
  data: string,
  log: (line: string) => void,
): Promise<readonly ExamplePage[]> => {
  const chain = createChain();
  const { agencies } = chain.authorities;
  const idsOf = await mapGoldIds(data, agencies);
  const pages: ExamplePage[] = [];
  for await (const page of readLabelled(data, log, chain)) {
    const { label, clean, host } = page;
    if (clean === null || !isKnown(label, 'agency')) continue;
    const gold = label.agency.map(idsOf);
    const issuers = label.issuer.flatMap((name) => [...idsOf(name)]);
    const examples: Example[] = candidatesOf(clean, chain)
      .map(({ id, features }) => ({ id, features, right: gold.some((forms) => forms.has(evenId(id))) }))
      .filter(
        ({ id, right }) =>
          right || !(issuers.includes(evenId(id)) || isSelf(evenId(id), page, agencies, gold)),
      );
    pages.push({ host: host ?? label.id, batch: label.batch, gold: gold.length, examples });
  }
  return pages;
};

const candidatesOf = (clean: CleanArticle, { enrichers }: Chain): ReturnType<typeof sourceCandidates> => {
  const profile = profileFor(findLanguage(clean, enrichers.languages).code);
  const publisher = findPublisher(clean, enrichers.publishers);
  const opening = splitDateline(clean, { profile, ...enrichers });
  return sourceCandidates(clean, { profile, agencies: enrichers.agencies, publisher, opening });
};

export const fitAgencies = (pages: readonly ExamplePage[]): ReturnType<typeof fitRanker> =>
  fitRanker(pages, sourceFeatures);
