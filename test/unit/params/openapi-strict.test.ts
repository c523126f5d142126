import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { buildOpenApi } from '../../../api/openapi.ts';
import { routes } from '../../../api/routes/index.ts';

/** Values on both sides of every rule: a parameter that the document allows must not be refused. */
const texts = [
  '',
  ' ',
  'a',
  ' a ',
  'a\u0000b',
  'a\u007f',
  'tab\tand\nline',
  '\u3000',
  'x'.repeat(201),
  'x'.repeat(501),
  'x'.repeat(2001),
  '0',
  '-1',
  '1.5',
  '1e3',
  '01',
  '201',
  '10001',
  'true',
  'TRUE',
  '0000',
  '0000-01-01',
  '2019',
  '2019-00',
  '2019-12',
  '2019-13',
  '2019-02-28',
  '2019-02-29',
  '2020-02-29',
  '1900-02-29',
  '2000-02-29',
  '2019-04-31',
  '2019-12-31',
  '2019-12-32',
  '2019-1-1',
  '2024-05-01T08:00:00Z',
  '2024-05-01T08:00:00',
  '2024-05-01t08:00:00z',
  '2024-05-01T08:00:60Z',
  '2024-02-30T08:00:00Z',
  'agency',
  'agency,',
  'agency,person',
  'agency,agency',
  'id,title',
  'colour',
  'json',
  'JSON',
  'zh',
  'zh-Hant',
  'zh-hant-cn',
  'z',
  'en-',
  '*',
];

const parameterShape = z.looseObject({
  name: z.string(),
  in: z.string(),
  schema: z.looseObject({ type: z.string().optional() }),
});

const described = Object.values(buildOpenApi(routes).paths ?? {}).flatMap((operations) =>
  Object.values(operations ?? {}).flatMap((operation) => {
    const shape = z.looseObject({ operationId: z.string(), parameters: z.array(parameterShape).default([]) });
    const { operationId, parameters } = shape.parse(operation);
    return parameters
      .filter(({ in: place }) => place === 'query')
      .map((parameter) => ({ operationId, ...parameter }));
  }),
);

const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true } });

/** As a URL carries them: numbers and flags are text there. */
const asJson = (type: string | undefined, text: string): unknown => {
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === 'array') return [text];
  return type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
};

test.each(described.map((one) => [`${one.operationId} ${one.name}`, one] as const))(
  '%s: what the document allows is taken',
  (_, { operationId, name, schema }) => {
    const query = routes.find(({ id }) => id === operationId)?.query ?? z.object({});
    const allowed = texts.filter((text) => ajv.validate(schema, asJson(schema.type, text)));
    expect(allowed.filter((text) => isRefused(query, name, text))).toEqual([]);
  },
);

const isRefused = (query: z.ZodObject, name: string, text: string): boolean => {
  const read = query.partial().safeParse({ [name]: [text] });
  return !read.success;
};
