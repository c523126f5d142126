import { mounted } from '../../api/mounted.ts';
import { languages } from '../../languages/index.ts';
import { sampleDocuments } from './samples.ts';
import { type SearchService, startSearchService } from './search-service.ts';

/** API and pages over real servers, with the samples in them. */
export const startWebService = async (): Promise<SearchService> => {
  const documents = sampleDocuments();
  const wanted = new Set(documents.map(({ language }) => language));
  const codes = languages.map(({ code }) => code).filter((code) => wanted.has(code));
  const service = await startSearchService({ codes, mounted });
  await service.index(documents);
  return service;
};
