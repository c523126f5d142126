import type { Statement } from '../../../domain/article.ts';

const PROPERTIES = ['canonical', 'og:url', 'url'];

/**
 * The page's own address, if it states one, resolved with the page's `<base>`. Some content management systems state
 * the home page as canonical for all pages; then another statement with a path takes precedence.
 */
export const statedAddress = (statements: readonly Statement[]): string | null => {
  const base = statements.find(({ property, from }) => property === 'base' && from === 'link')?.value;
  const stated = PROPERTIES.flatMap((property) => {
    const value = statements.find((statement) => statement.property === property)?.value;
    return absolute(value, base) ?? [];
  });
  return stated.find((address) => new URL(address).pathname !== '/') ?? stated[0] ?? null;
};

const absolute = (value: string | undefined, base: string | undefined): string | null => {
  if (!value) return null;
  if (/^https?:\/\//i.test(value)) return URL.canParse(value) ? value : null;
  const isBase = base !== undefined && /^https?:\/\//i.test(base);
  return isBase && URL.canParse(value, base) ? new URL(value, base).href : null;
};

const ARCHIVED = /^https?:\/\/[^/\s]{1,100}\/(?:[\w-]{1,40}\/){0,2}\d{14}(?:[a-z]{2}_)?\/(https?:\/\/\S+)$/i;

/** The original address of a web archive's copy (`…/web/20190107064625/https://…`). */
export const withoutArchive = (address: string): string => {
  const original = ARCHIVED.exec(address)?.[1];
  return original !== undefined && URL.canParse(original) ? original : address;
};
