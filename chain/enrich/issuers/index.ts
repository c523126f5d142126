import { isSharedDomain } from '../../../authorities/host-index.ts';
import type { CleanArticle, SourceBlock, Statement } from '../../../domain/article.ts';
import type { CreditContext } from '../agencies/context.ts';
import { nameId } from '../agencies/read-line.ts';

/**
 * The issuer of a page without a credit: the agency or government body whose own site it is, by its host,
 * else by the name that the site gives itself. A body without a record keeps its printed name.
 */
export const findIssuer = (clean: CleanArticle, context: CreditContext): string | null => {
  const { agencies, publisher } = context;
  const { host } = publisher;
  const owner = host === null ? null : agencies.byHost(host);
  if (owner?.kind === 'agency' || owner?.kind === 'government') return owner.id;
  if (owner !== null || (host !== null && !isGovernmental(host))) return null;
  for (const name of siteNames(clean)) {
    const id = agencies.findByName(name).find((each) => agencies.get(each)?.kind === 'government');
    if (id !== undefined) return id;
  }
  const [name] = host === null ? [] : siteNames(clean);
  return name === undefined ? null : nameId(name);
};

/** Domains reserved for states: below `gov.xx` and similar, `.gov` and `.mil`. */
const isGovernmental = (host: string): boolean =>
  /(?:^|\.)(?:gov|mil)$/.test(host) || parents(host).some(isSharedDomain);

const parents = (host: string): readonly string[] => {
  const labels = host.split('.');
  return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
};

const naming: readonly string[] = [
  'og:site_name',
  'sitename',
  'publisher.name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
  'governmentorganization.name',
  'organization.name',
  'website.name',
  'author',
  'dc.creator',
];

const MAX_NAME = 90;

/** The site's name for itself: in structured data, at the end of the window title, in its first and last lines. */
const siteNames = ({ statements, blocks }: CleanArticle): readonly string[] =>
  [
    ...naming.flatMap((wanted) => stated(statements, wanted)),
    ...stated(statements, 'title').flatMap((title) =>
      title
        .split(/\s[-–—|·:]\s|[|｜_]/u)
        .slice(1)
        .reverse(),
    ),
    ...lines(blocks).map(({ text }) => text),
  ]
    .map((name) => name.trim())
    .filter((name) => name.length > 2 && name.length <= MAX_NAME && !/^https?:/.test(name));

const stated = (statements: readonly Statement[], wanted: string): readonly string[] =>
  statements.filter(({ property }) => property === wanted).map(({ value }) => value);

const HEAD = 6;
const FOOT = 12;

const lines = (blocks: readonly SourceBlock[]): readonly SourceBlock[] => [
  ...blocks.filter(({ zone }) => zone === 'before').slice(0, HEAD),
  ...blocks.filter(({ zone }) => zone === 'credit'),
  ...blocks.filter(({ zone }) => zone === 'after').slice(-FOOT),
];
