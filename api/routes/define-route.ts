import type { Request } from 'express';
import type { z } from 'zod';
import { InvalidParameters } from '../../domain/errors.ts';
import { parametersOf } from './read.ts';
import { readBody } from './read-body.ts';
import { pathSchemas, type Route, type RouteDefinition } from './route.ts';

/**
 * Builds a route from its definition: its handler runs only after path, query and body are validated. The
 * key was checked before (`router.ts`).
 */
export const defineRoute = <
  const Path extends string,
  Query extends z.ZodObject,
  Body extends z.ZodType = z.ZodNever,
>({
  answer,
  ...description
}: RouteDefinition<Path, Query, Body>): Route => ({
  ...description,
  handler: (services, gate) => {
    const run = answer(services, gate);
    const { query, json, scope, basic = false } = description;
    const inPath = pathSchemas(description);
    return async (request, response) => {
      checkPath(request, inPath);
      await run({
        request,
        response,
        query: parametersOf(request, query),
        parameter: (name) => pathParameter(request, name),
        body: () => {
          if (!json) throw new TypeError(`${description.id} takes no JSON body`);
          return readBody(json.schema, request.body);
        },
        caller: () => (scope ? gate.require(request, scope, { basic }) : gate.callerOf(request)),
      });
    };
  },
});

const pathParameter = ({ params }: Request, name: string): string => {
  const value: unknown = params[name];
  return typeof value === 'string' ? value : '';
};

const checkPath = (request: Request, schemas: Readonly<Record<string, z.ZodType>>): void => {
  const problems = Object.entries(schemas).flatMap(([parameter, schema]) => {
    const read = schema.safeParse(pathParameter(request, parameter));
    return !read.success ? [{ parameter, detail: read.error.issues[0]?.message ?? 'is invalid' }] : [];
  });
  if (problems.length > 0) throw new InvalidParameters(problems);
};
