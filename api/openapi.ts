import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problemSchema } from './problem.ts';
import { pathSchemas, type RouteDescription } from './routes/route.ts';

const refusals = {
  '400': 'refused',
  '401': 'no key',
  '403': 'not this key',
  '404': 'unknown',
  '405': 'not this method',
  '409': 'purged, and is rejected',
  '410': 'not any more',
  '412': 'it was changed in the meantime',
  '413': 'too large',
  '415': 'not this media type',
  '422': 'no article',
  '429': 'too many',
  '431': 'address or headers too long',
  '503': 'not now',
};

/** The OpenAPI 3.1 document, from the schemas that validate requests. */
export const buildOpenApi = (routes: readonly RouteDescription[]) => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: describe(route) };
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version: '1.0.0',
      description:
        'Multilingual full-text search for the news and statements that governments and agencies publish.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: paths satisfies ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'api-key' },
      },
    },
  });
};

const describe = (route: RouteDescription): ZodOpenApiOperationObject => ({
  operationId: route.id,
  summary: route.summary,
  requestParams: { query: route.query, path: z.object(pathSchemas(route)) },
  ...bodyOf(route),
  security: route.scope ? [{ bearer: [] }, { key: [] }] : [],
  responses: {
    ...Object.fromEntries(
      (route.statuses ?? [200]).map((status) => [
        String(status),
        { description: 'as asked', content: contentOf(route.answers) },
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(refusals).map(([status, description]) => [
        status,
        { description, content: { 'application/problem+json': { schema: problemSchema } } },
      ]),
    ),
  },
});

const bodyOf = ({ json, bodies }: RouteDescription): Pick<ZodOpenApiOperationObject, 'requestBody'> => {
  const taken = json ? { 'application/json': json.schema } : bodies;
  return taken ? { requestBody: { required: true, content: contentOf(taken) } } : {};
};

const contentOf = (schemas: Readonly<Record<string, z.ZodType>>) =>
  Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schema }]));
