import { z } from 'zod';
import type { Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import { checkJson, storyBounds } from '../bounds.ts';
import type { Decoder } from '../decoder.ts';
import { identify, orderBy, releaseOf } from '../delivery.ts';
import { plainHeadline } from '../headline.ts';
import { bodyBlocks, bodyLines } from '../paragraph-blocks.ts';

const named = z.looseObject({
  name: z.string().optional(),
  rel: z.string().optional(),
  code: z.string().optional(),
});

/** The fields used of ninjs 1.x to 3.x (IPTC): 1.x has one body, 2.x lists of them, 3.x the same in camel case. */
const story = z.looseObject({
  uri: z.string().optional(),
  guid: z.string().optional(),
  type: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
  pubstatus: z.string().optional(),
  pubStatus: z.string().optional(),
  embargoed: z.string().nullish(),
  embargoedUntil: z.string().nullish(),
  headline: z.string().optional(),
  headlines: z.array(z.looseObject({ value: z.string().optional(), role: z.string().optional() })).optional(),
  byline: z.string().optional(),
  by: z.string().optional(),
  versioncreated: z.string().optional(),
  versionCreated: z.string().optional(),
  firstcreated: z.string().optional(),
  firstCreated: z.string().optional(),
  contentcreated: z.string().optional(),
  contentCreated: z.string().optional(),
  language: z.string().optional(),
  located: z.string().optional(),
  body_text: z.string().optional(),
  body_xhtml: z.string().optional(),
  bodies: z
    .array(
      z.looseObject({
        value: z.string().optional(),
        contenttype: z.string().optional(),
        contentType: z.string().optional(),
      }),
    )
    .optional(),
  copyrightholder: z.string().optional(),
  copyrightHolder: z.string().optional(),
  infosource: z.array(named).optional(),
  infosources: z.array(named).optional(),
  infoSources: z.array(named).optional(),
  organisation: z.array(named).optional(),
});

type Story = z.infer<typeof story>;

/** Stories of agencies in JSON. */
export const ninjs: Decoder = {
  name: 'ninjs',
  contentTypes: ['application/vnd.iptc.ninjs+json', 'application/ninjs+json'],
  recognizes: (start) =>
    start.startsWith('{') &&
    /"(?:uri|guid|type)"\s{0,9}:/.test(start) &&
    /"(?:body_\w{1,30}|bodies|versioncreated|versionCreated|headlines?|pubstatus|pubStatus)"\s{0,9}:/.test(
      start,
    ),
  read: (text) => {
    const item = parseStory(text);
    const body = bodyOf(item);
    const given = givenOf(item);
    if (!isText(item)) throw new RejectedArticle('not-an-article', `ninjs of type ${item.type}`);
    if (body.trim() === '' && given.title === undefined)
      throw new RejectedArticle('empty', 'ninjs without headline, body_text, body_xhtml or bodies');
    return {
      statements: statementsOf(item),
      blocks: bodyBlocks(bodyLines(body)),
      url: urlOf(item.uri ?? ''),
      given: { ...given, ...(body.trim() === '' ? { body: '' } : {}) },
    };
  },
  deliver: (text) => {
    const item = parseStory(text);
    const { version, embargoed, embargoedUntil } = item;
    return {
      ...identify(item.uri ?? item.guid ?? ''),
      ...orderBy(version?.toString(), item.versioncreated ?? item.versionCreated),
      ...releaseOf(item.pubstatus ?? item.pubStatus ?? '', embargoed ?? embargoedUntil ?? null),
    };
  },
};

/** Pictures and packages have headlines, too. */
const isText = ({ type }: Story): boolean => type === undefined || /^(?:text|composite)$/i.test(type);

const parseStory = (text: string): Story => {
  checkJson(text, storyBounds);
  try {
    // Systems write null for a field that they do not have.
    return story.parse(JSON.parse(text, (_key, value: unknown) => value ?? undefined));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new RejectedArticle('malformed', `ninjs: ${detail.slice(0, 300)}`, { cause });
  }
};

const bodyOf = (item: Story): string => {
  const bodies = item.bodies ?? [];
  const plain = bodies.find(({ contenttype, contentType }) => (contenttype ?? contentType) === 'text/plain');
  return item.body_xhtml ?? item.body_text ?? plain?.value ?? bodies[0]?.value ?? otherBody(item);
};

/** The standard lets senders add their own body fields: `body_html`, `body_markdown` … */
const otherBody = (item: Story): string => {
  const [, body] =
    Object.entries(item).find(([name, value]) => /^body_\w/.test(name) && typeof value === 'string') ?? [];
  return typeof body === 'string' ? body : '';
};

const givenOf = (item: Story): GivenFields => {
  const title = plainHeadline(item.headline ?? mainHeadline(item) ?? '');
  const sources = (item.infosource ?? item.infosources ?? item.infoSources ?? []).flatMap(
    ({ name }) => name ?? [],
  );
  return {
    ...(title === '' ? {} : { title }),
    ...(item.language === undefined ? {} : { language: item.language }),
    ...(sources.length === 0 ? {} : { agency: sources }),
  };
};

const mainHeadline = ({ headlines = [] }: Story): string | undefined =>
  (headlines.find(({ role, value }) => role === 'main' && value) ?? headlines.find(({ value }) => value))
    ?.value;

const statementsOf = (item: Story): readonly Statement[] => {
  const entries: readonly (readonly [string, string | undefined])[] = [
    [
      'datepublished',
      item.contentcreated ??
        item.contentCreated ??
        item.firstcreated ??
        item.firstCreated ??
        item.versioncreated ??
        item.versionCreated,
    ],
    ['datemodified', item.versioncreated ?? item.versionCreated],
    ['author.name', item.byline ?? item.by],
    ['contentlocation.name', item.located],
    ['copyrightholder.name', item.copyrightholder ?? item.copyrightHolder],
  ];
  return entries.flatMap(([property, value]) =>
    value ? [{ property, value, from: 'format' } as const] : [],
  );
};

const urlOf = (uri: string): string | null => (/^https?:/i.test(uri) && URL.canParse(uri) ? uri : null);
