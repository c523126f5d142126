import type { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problemSchema } from './problem.ts';

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly pathParams?: z.ZodObject;
  /** What may be sent, by media type. */
  readonly bodies?: Readonly<Record<string, z.ZodType>>;
  /** Default 200. */
  readonly statuses?: readonly number[];
  /** The answer's schema, by media type. */
  readonly answers: Readonly<Record<string, z.ZodType>>;
  readonly scope?: 'read' | 'write' | 'admin';
}

const refusals = {
  '400': 'refused',
  '401': 'no key',
  '403': 'not this key',
  '404': 'unknown',
  '410': 'not any more',
  '412': 'somebody else wrote it meanwhile',
  '413': 'too large',
  '415': 'not this media type',
  '422': 'no article',
  '429': 'too many',
  '503': 'not now',
};

/** The OpenAPI 3.1 document, from the schemas that check requests. */
export const buildOpenApi = (operations: readonly Operation[]) => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
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

const describe = (operation: Operation): ZodOpenApiOperationObject => ({
  operationId: operation.id,
  summary: operation.summary,
  ...(operation.query || operation.pathParams
    ? {
        requestParams: {
          ...(operation.query ? { query: operation.query } : {}),
          ...(operation.pathParams ? { path: operation.pathParams } : {}),
        },
      }
    : {}),
  ...(operation.bodies ? { requestBody: { content: contentOf(operation.bodies) } } : {}),
  security: operation.scope ? [{ bearer: [] }, { key: [] }] : [],
  responses: {
    ...Object.fromEntries(
      (operation.statuses ?? [200]).map((status) => [
        String(status),
        { description: 'as asked', content: contentOf(operation.answers) },
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

const contentOf = (schemas: Readonly<Record<string, z.ZodType>>) =>
  Object.fromEntries(Object.entries(schemas).map(([type, schema]) => [type, { schema }]));
