import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { RequestHandler } from 'express';
import { buildOpenApi } from '../../api/openapi.ts';
import { routes } from '../../api/routes/index.ts';

/** Compares every answer of a service under test with the OpenAPI document that it publishes. */
export interface ContractCheck {
  readonly watch: RequestHandler;
  /** What an answer had that the document does not allow. */
  readonly faults: () => readonly string[];
}

const document = buildOpenApi(routes);
const ajv = new Ajv2020({ strict: false });
ajv.addSchema(document, 'api');

const patterns = Object.entries(document.paths ?? {}).map(([path, operations]) => ({
  path,
  methods: Object.keys(operations ?? {}),
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

export const checkContract = (): ContractCheck => {
  const faults: string[] = [];
  return {
    faults: () => faults,
    watch: (request, response, next) => {
      const parts: Buffer[] = [];
      const { write, end } = response;
      const keep = (chunk: unknown): void => {
        if (typeof chunk === 'string' || chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
      };
      response.write = function (this: typeof response, ...given: Parameters<typeof write>) {
        keep(given[0]);
        return write.apply(this, given);
      } as typeof write;
      response.end = function (this: typeof response, ...given: Parameters<typeof end>) {
        keep(given[0]);
        const path = request.originalUrl.split('?')[0] ?? '';
        const type = String(response.getHeader('content-type') ?? '').split(';')[0] ?? '';
        const fault = faultOf(request.method, path, response.statusCode, type, () =>
          decode(Buffer.concat(parts), String(response.getHeader('content-encoding') ?? '')),
        );
        if (fault) faults.push(`${request.method} ${request.originalUrl} ${response.statusCode}: ${fault}`);
        return end.apply(this, given);
      } as typeof end;
      next();
    },
  };
};

/** What an answer has that the document does not allow; null where it is as documented. */
export const faultOf = (
  method: string,
  path: string,
  status: number,
  type: string,
  body: () => string,
): string | null => {
  if (status === 304 || method === 'OPTIONS' || method === 'HEAD') return null;
  const exact = patterns.find((one) => one.path === path);
  const known = exact ?? patterns.find(({ pattern }) => pattern.test(path));
  // Pages, health and the like are no part of the contract; what is below /v1 is.
  if (!known) return path.startsWith('/v1/') && status !== 404 ? 'this path is not documented' : null;
  if (!known.methods.includes(method.toLowerCase()))
    return status === 405 ? null : 'this method is not documented';
  const validate = validatorOf(known.path, method.toLowerCase(), status, type);
  if (validate === 'unknown') return status === 204 ? null : `no ${type} of this status is documented`;
  if (!/[/+]json$/.test(type)) return null;
  return validate(JSON.parse(body())) ? null : ajv.errorsText(validate.errors);
};

const decode = (bytes: Buffer, encoding: string): string => {
  if (encoding === 'gzip') return gunzipSync(bytes).toString();
  return (encoding === 'br' ? brotliDecompressSync(bytes) : bytes).toString();
};

const validators = new Map<string, ValidateFunction | 'unknown'>();

const validatorOf = (...place: readonly [string, string, number, string]): ValidateFunction | 'unknown' => {
  const key = place.join(' ');
  const [path, method, status, type] = place;
  const pointer = ['paths', path, method, 'responses', String(status), 'content', type, 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const made = validators.get(key) ?? compile(`api#/${pointer}`);
  validators.set(key, made);
  return made;
};

const compile = ($ref: string): ValidateFunction | 'unknown' => {
  try {
    return ajv.compile({ $ref });
  } catch {
    return 'unknown';
  }
};
