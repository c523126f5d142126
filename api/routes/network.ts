import { z } from 'zod';
import { fixedCosts } from '../access/cost.ts';
import { oneOf, single, singleOr, wholeNumber } from '../params/kinds.ts';
import { filterShape, uiLang } from '../params/search.ts';
import { type Network, networkSchema, readNetwork } from '../people/network.ts';
import { networkCsv, networkGraphml } from '../people/network-formats.ts';
import { csv } from '../render/csv.ts';
import { defineRoute } from './define-route.ts';
import { readerOf, sendCacheable } from './read.ts';

const networkParams = z.object({
  depth: singleOr(wholeNumber(1, 1), 1, 'Neighbours only, and their connections'),
  size: singleOr(wholeNumber(1, 50), 20, 'Number of people, those named together with the person most often'),
  'from-date': filterShape['from-date'],
  'to-date': filterShape['to-date'],
  format: single(
    oneOf(['json', 'graphml', 'csv']),
    'json; graphml for Gephi or NetworkX; csv: people named with the person by month',
  ).optional(),
  'ui-lang': uiLang,
});

const renderers = {
  json: { mediaType: 'application/json', render: (network: Network) => JSON.stringify(network) },
  graphml: { mediaType: 'application/graphml+xml', render: networkGraphml },
  csv: { mediaType: csv.mediaType, render: networkCsv },
};

export const networkRoute = defineRoute({
  method: 'get',
  path: '/v1/people/{id}/network',
  id: 'network',
  summary: 'People named together with a person, and with one another',
  query: networkParams,
  cost: () => fixedCosts.network,
  answers: {
    'application/json': networkSchema,
    'application/graphml+xml': z.string(),
    'text/csv': z.string(),
  },
  answer:
    (services) =>
    async ({ request, response, query, parameter }) => {
      const { language } = readerOf(request, '/', query['ui-lang']);
      const network = await readNetwork(
        {
          id: parameter('id'),
          size: query.size,
          from: query['from-date'],
          to: query['to-date'],
          language,
        },
        services,
      );
      const { mediaType, render } = renderers[query.format ?? 'json'];
      sendCacheable(request, response, mediaType, render(network));
    },
});
