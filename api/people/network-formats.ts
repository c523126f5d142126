import { stringify } from 'csv-stringify/sync';
import { csvMark, harmless } from '../render/csv.ts';
import { element, emptyElement, parentElement } from '../render/xml.ts';
import type { Network } from './network.ts';

const namespace = 'http://graphml.graphdrawing.org/xmlns';

/** GraphML, for Gephi, Cytoscape, yEd and NetworkX. */
export const networkGraphml = ({ nodes, edges }: Network): string => {
  const data = (key: string, value: string | number): string => element('data', String(value), { key });
  const key = (id: string, on: string, type: string): string =>
    emptyElement('key', { id, for: on, 'attr.name': id, 'attr.type': type });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml xmlns="${namespace}">`,
    key('label', 'node', 'string'),
    key('articles', 'node', 'int'),
    key('together', 'node', 'int'),
    key('weight', 'edge', 'int'),
    '<graph edgedefault="undirected">',
    ...nodes.map(({ id, label, articles, together }) =>
      parentElement('node', [data('label', label), data('articles', articles), data('together', together)], {
        id,
      }),
    ),
    ...edges.map(({ source, target, count }) =>
      parentElement('edge', [data('weight', count)], { source, target }),
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
};

/** Persons named together with the person by month, one row each. */
export const networkCsv = ({ nodes, person }: Network): string =>
  csvMark +
  stringify(
    [
      ['id', 'label', 'month', 'count'],
      ...nodes
        .filter(({ id }) => id !== person)
        .flatMap(({ id, label, months }) =>
          months.map(({ month, count }) => [id, label, month, String(count)].map(harmless)),
        ),
    ],
    { record_delimiter: '\r\n' },
  );
