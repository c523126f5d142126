import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Caller, Gate } from '../access/caller.ts';
import type { Scope } from '../access/key.ts';
import type { ApiServices } from '../services.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** `'id' | 'name'` of `/v1/…/{id}/…/{name}`. */
export type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

/** Longer than any id, and short enough for every store: Elasticsearch takes no term of over 32,766 bytes. */
export const mostInPath = 1000;
export const anyText = z
  .string()
  .min(1, 'is empty')
  .max(mostInPath, `is longer than ${mostInPath} characters`);

/** Schemas of all names in the path. */
export const pathSchemas = ({
  path,
  pathParameters = {},
}: Pick<RouteDescription, 'path' | 'pathParameters'>): Readonly<Record<string, z.ZodType<string, string>>> =>
  Object.fromEntries(
    Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => [name, pathParameters[name] ?? anyText]),
  );

/** What the OpenAPI document says about a route, and what the router enforces. */
export interface RouteDescription {
  readonly method: Method;
  /** As OpenAPI writes it: `/v1/articles/{id}`. */
  readonly path: string;
  /** Unique; generated clients name their functions by it. */
  readonly id: string;
  readonly summary: string;
  /** Every query parameter; others are rejected. */
  readonly query: z.ZodObject;
  /** Schemas of names in the path; default: any text of at most 1,000 characters. */
  readonly pathParameters?: Readonly<Record<string, z.ZodType<string, string> | undefined>>;
  /** A JSON body, checked before the handler runs. */
  readonly json?: { readonly schema: z.ZodType; readonly limit: string };
  /** Bodies that the handler reads itself, by media type; for the document only. */
  readonly bodies?: Readonly<Record<string, z.ZodType>>;
  /** Status of successful answers; default 200. */
  readonly statuses?: readonly number[];
  /** Schema of the answer by media type, without parameters. */
  readonly answers: Readonly<Record<string, z.ZodType>>;
  /** Without a scope, the route is open to everybody. */
  readonly scope?: Scope;
  /** Whether HTTP Basic is accepted too, with the key as password: for pages that admins open in a browser. */
  readonly basic?: boolean;
  /** The cost of a request (`access/cost.ts`); free without it. */
  readonly cost?: (query: URLSearchParams) => number;
}

/** A request that has passed every check of its route. */
export interface Asked<Path extends string, Query extends z.ZodObject, Body extends z.ZodType> {
  readonly request: Request;
  readonly response: Response;
  readonly query: z.output<Query>;
  readonly parameter: (name: ParameterOf<Path>) => string;
  readonly body: () => z.output<Body>;
  /** The caller, who has the scope of the route. */
  readonly caller: () => Promise<Caller>;
}

/** One route: what `index.ts` lists, the router mounts and the OpenAPI document describes. */
export interface Route extends RouteDescription {
  readonly handler: (services: ApiServices, gate: Gate) => RequestHandler;
}

export interface RouteDefinition<Path extends string, Query extends z.ZodObject, Body extends z.ZodType>
  extends RouteDescription {
  readonly path: Path;
  readonly query: Query;
  readonly pathParameters?: Readonly<Partial<Record<ParameterOf<Path>, z.ZodType<string, string>>>>;
  readonly json?: { readonly schema: Body; readonly limit: string };
  /** Called once when the service starts; what it returns is called for each request. */
  readonly answer: (
    services: ApiServices,
    gate: Gate,
  ) => (asked: Asked<Path, Query, Body>) => Promise<unknown> | unknown;
}

/** For routes without parameters. */
export const noParameters = z.object({});
