import type { RequestHandler, Response } from 'express';
import { TooMany } from '../../domain/errors.ts';
import { valueFacetNames } from '../facets/names.ts';
import { parseQuery } from '../query/parse.ts';
import { leavesOf } from '../query/tree.ts';
import type { ApiServices } from '../services.ts';
import type { Gate } from './caller.ts';
import { rateFactors } from './key.ts';
import { subnetsOf } from './subnets.ts';

/**
 * Allowed cost per minute. The unit is a search for one word without facets. A search for three words with all facets
 * costs about eight units, so 600 of them are allowed; a hundred words joined by OR cost over a hundred units.
 */
export const budgets = { anonymous: 6000, keyed: 60_000 } as const;

const WINDOW_SECONDS = 60;

const weights = {
  word: 1,
  /** A prefix looks up every word that starts with it. */
  prefix: 8,
  /** Factor per word with `translate`: eight words took 2.3 times as long with translations into all languages. */
  translated: 2.5,
  /** For each word and language that it is looked up in: it holds the process, not Elasticsearch. */
  lookedUp: 0.05,
  /** Characters of a query that count as one word, in scripts without spaces. */
  lettersOfWord: 4,
  facet: 0.7,
  /** Thirty words, and key words in every language. */
  like: 30,
  /** Values of one facet that cost as much as the facet. */
  facetValues: 100,
  /** Results that cost as much as one word, because they are fetched and highlighted. */
  results: 20,
  /** Whole texts are marked and sent, instead of two fragments. */
  context: 4,
} as const;

/** Facets that are counted unless a request says otherwise. */
const USUAL_FACETS = 5;

/** Of requests whose parameters hardly matter. */
export const fixedCosts = {
  /** As much as a search with all facets. */
  person: 8,
  /** Each copy is read and compared. */
  copies: 20,
  /** Two searches with as many parts as there are people. */
  network: 40,
  /** Thousands of names are read or called by their names. */
  collection: 20,
  /** Some dozens of short records. */
  list: 5,
  /** One article by its id; a long one costs by its length (`bytesOfUnit`). */
  article: 1,
  /** Two revisions are read and compared. */
  versions: 10,
  /** The upper end of what a search in a body costs. */
  written: 100,
} as const;

/** Bytes of an answer that cost one unit: to read, print and send five megabytes takes a fifth of a second. */
const bytesOfUnit = 50_000;

/**
 * Charges a caller for a long answer, which no parameter announces. The next request is refused if it was too much.
 *
 * @param bytes  before compression; about right is enough
 */
export const chargeAnswer = (response: Pick<Response, 'locals'>, bytes: number): void => {
  const units = Math.floor(bytes / bytesOfUnit);
  const { charge }: { charge?: (units: number) => void } = response.locals;
  if (units > 0) charge?.(units);
};

const MOST_RECKONED = 2000;

/** Estimates the cost of a search from its parameters. At least 1. */
export const costOf = (query: URLSearchParams): number => {
  const number = (name: string, usual: number): number => {
    const value = Number(query.get(name) ?? usual);
    return Number.isFinite(value) ? Math.min(Math.max(value, 0), MOST_RECKONED) : usual;
  };
  const facets = query.has('facets')
    ? (query.get('facets') ?? '').split(',').filter(Boolean).length
    : USUAL_FACETS;
  const perFacet = weights.facet * Math.max(1, number('facet-limit', 20) / weights.facetValues);
  return (
    1 +
    costOfQuery(query.get('q') ?? '', query) +
    countFilters(query) +
    facets * perFacet +
    (query.has('like') ? weights.like : 0) +
    (number('page-size', 20) / weights.results) * (number('context', 0) > 0 ? weights.context : 1)
  );
};

/** Each query is a separate search; with `timeline-by`, each of its ten parts is one too. */
export const costOfTimeline = (query: URLSearchParams): number => {
  const perQuery = countFilters(query) + weights.facet * (query.has('timeline-by') ? PARTS_OF_TIMELINE : 1);
  const queries = query.has('q') ? query.getAll('q') : [''];
  return queries.reduce((cost, q) => cost + costOfQuery(q, query) + perQuery, 1);
};

const PARTS_OF_TIMELINE = 10;

const countFilters = (query: URLSearchParams): number =>
  [...valueFacetNames, 'story', 'collection'].flatMap((name) => query.getAll(name)).length;

const costOfQuery = (q: string, query: URLSearchParams): number => {
  const translate = query.get('translate') ?? 'none';
  if (translate === 'none') return costOfWords(q);
  const languages = translate === 'all' ? ALL_LANGUAGES : new Set(translate.split(',')).size;
  return costOfWords(q) * (weights.translated + weights.lookedUp * languages);
};

/** As many as have a table of words. */
const ALL_LANGUAGES = 25;

const costOfWords = (q: string): number => {
  let cost = 0;
  try {
    const tree = parseQuery(q.slice(0, MOST_RECKONED));
    for (const leaf of tree ? leavesOf(tree) : []) {
      const words = 'text' in leaf ? Math.max(1, leaf.text.length / weights.lettersOfWord / 4) : 1;
      const prefix = leaf.kind === 'prefix' || (leaf.kind === 'phrase' && leaf.prefix);
      cost += prefix ? weights.prefix : words * weights.word;
    }
  } catch {
    // Refused before it costs anything.
    return 1;
  }
  return cost;
};

/** @returns what was spent in this window; 0 without Redis. The first units of a window begin it. */
const spend = async (redis: ApiServices['redis'], name: string, units: number): Promise<number> => {
  const spent = await redis.incrby(name, units).catch(() => 0);
  if (spent === units) await redis.expire(name, WINDOW_SECONDS).catch(() => 0);
  return spent;
};

/**
 * Limits the total cost of requests per key, or per subnet without a key. All processes share the counts in Redis;
 * without Redis, requests pass (ADR 0052).
 *
 * @param cost of one request
 */
export const limitCost =
  (
    gate: Gate,
    { redis, config, metrics }: Pick<ApiServices, 'redis' | 'config' | 'metrics'>,
    cost: (query: URLSearchParams) => number = costOf,
  ): RequestHandler =>
  async (request, response, next) => {
    const caller = await gate.callerOf(request).catch(() => null);
    if (redis.status !== 'ready' || caller?.rate === rateFactors.unlimited) return next();
    const at = request.originalUrl.indexOf('?');
    const price = Math.ceil(cost(new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at + 1))));
    const owner = caller?.key ? `key:${caller.key}` : `subnet:${subnetsOf(request.ip ?? '').narrow}`;
    const name = `${config.prefix}:cost:${owner}`;
    const most = caller?.key ? budgets.keyed * caller.rate : budgets.anonymous;
    const spent = await spend(redis, name, price);
    if (spent <= most) {
      response.locals.charge = (units: number) => void spend(redis, name, units);
      return next();
    }
    metrics.costRefused.inc();
    const left = await redis.ttl(name).catch(() => WINDOW_SECONDS);
    // If a lost connection had left the counter without an expiry, it would refuse requests forever.
    if (left < 0) await redis.expire(name, WINDOW_SECONDS).catch(() => 0);
    next(
      new TooMany(
        'the searches of this minute cost too much: use fewer words, facets or results',
        Math.max(1, left),
      ),
    );
  };
