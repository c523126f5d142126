import { mounted } from '../../api/mounted.ts';
import { languages } from '../../languages/index.ts';
import { sampleDocuments } from './samples.ts';
import { type SearchService, startSearchService } from './search-service.ts';

/** So that pages offer to follow by e-mail; nothing is sent without a worker. */
const mailVariables = {
  DATELINE_SMTP_URL: 'smtp://127.0.0.1:1',
  DATELINE_MAIL_FROM: 'news@dateline.example',
};

/** API and pages over real servers, with the samples in them. */
export const startWebService = async (): Promise<SearchService> => {
  const documents = sampleDocuments();
  const wanted = new Set(documents.map(({ language }) => language));
  const codes = languages.map(({ code }) => code).filter((code) => wanted.has(code));
  const service = await startSearchService({ codes, mounted, environment: mailVariables });
  await service.index(documents);
  return service;
};
