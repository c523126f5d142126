import { z } from 'zod';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { Decoder } from '../decoder.ts';
import { identify, orderBy, releaseOf } from '../delivery.ts';
import { plainHeadline } from '../headline.ts';
import { parseJson } from '../json.ts';
import { bodyBlocks, htmlLines } from '../paragraph-blocks.ts';

const item = z.looseObject({
  content_id: z.string().optional(),
  base_path: z.string(),
  title: z.string().optional(),
  description: z.string().nullish(),
  locale: z.string().optional(),
  first_published_at: z.string().nullish(),
  public_updated_at: z.string().nullish(),
  withdrawn_notice: z.looseObject({ withdrawn_at: z.string().optional() }).optional(),
  details: z.looseObject({ body: z.unknown().optional() }).optional(),
  links: z
    .looseObject({ organisations: z.array(z.looseObject({ title: z.string().optional() })).optional() })
    .optional(),
});
type Item = z.infer<typeof item>;

/** Content items of GOV.UK's content API: news, speeches, statements. */
export const govUk: Decoder = {
  name: 'gov-uk',
  contentTypes: ['application/vnd.govuk.content+json'],
  recognizes: (start) =>
    start.startsWith('{') &&
    /"base_path"\s{0,9}:\s{0,9}"\//.test(start) &&
    /"(?:content_id|document_type|publishing_app|schema_name)"/.test(start),
  read: (text) => {
    const one = parseJson('GOV.UK content', text, item);
    const lines = htmlLines(bodyOf(one));
    const title = plainHeadline(one.title ?? '');
    if (lines.length === 0) throw new RejectedArticle('empty', 'a content item without a body');
    const issuer = one.links?.organisations?.flatMap(({ title: name }) => name ?? [])[0];
    const entries: readonly (readonly [string, string | null | undefined])[] = [
      ['datepublished', one.first_published_at ?? one.public_updated_at],
      ['datemodified', one.public_updated_at],
      ['publisher.name', issuer],
    ];
    return {
      statements: entries.flatMap(([property, value]) =>
        value ? [{ property, value, from: 'format' } as const] : [],
      ),
      blocks: bodyBlocks(lines),
      url: `https://www.gov.uk${one.base_path}`,
      given: {
        ...(title === '' ? {} : { title }),
        ...(one.locale === undefined ? {} : { language: one.locale }),
      },
    };
  },
  deliver: (text) => {
    const one = parseJson('GOV.UK content', text, item);
    return {
      ...identify(`https://www.gov.uk${one.base_path}`),
      ...orderBy(undefined, one.public_updated_at ?? one.first_published_at ?? ''),
      ...releaseOf(one.withdrawn_notice?.withdrawn_at === undefined ? '' : 'withdrawn', null),
    };
  },
};

/** One text, or the same in several markups. */
const bodyOf = ({ details }: Item): string => {
  const body = details?.body;
  if (typeof body === 'string') return body;
  const versions = z
    .array(z.looseObject({ content_type: z.string().optional(), content: z.string() }))
    .safeParse(body);
  if (!versions.success) return '';
  return (
    (versions.data.find(({ content_type: type }) => type === 'text/html') ?? versions.data[0])?.content ?? ''
  );
};
