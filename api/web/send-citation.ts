import type { Request, Response } from 'express';
import { z } from 'zod';
import { interfaceIn, readerLanguage } from '../messages/index.ts';
import { oneOf, single } from '../params/kinds.ts';
import { originOf, parametersOf } from '../routes/read.ts';
import type { ApiServices } from '../services.ts';
import { findStanding } from '../versions/versions.ts';
import { citedOf, writeBibtex, writeRis } from './cite.ts';

const formats = {
  bibtex: { write: writeBibtex, type: 'application/x-bibtex; charset=utf-8', ending: 'bib' },
  ris: { write: writeRis, type: 'application/x-research-info-systems; charset=utf-8', ending: 'ris' },
} as const;

const asked = z.object({ format: single(oneOf(['bibtex', 'ris']), 'For reference managers') });

/** One article for a reference manager. */
export const sendCitation =
  (services: ApiServices) =>
  async (request: Request, response: Response): Promise<void> => {
    const { write, type, ending } = formats[parametersOf(request, asked).format];
    const language = readerLanguage(undefined, request.get('accept-language'));
    const { id } = request.params;
    const article = await findStanding(typeof id === 'string' ? id : '', { language, path: '/' }, services);
    const { site } = interfaceIn(language);
    const cited = citedOf(article, { site, origin: originOf(services), now: services.clock() });
    response
      .set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="article.${ending}"` })
      .vary('Accept-Language')
      .send(write(cited));
  };
