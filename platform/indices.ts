import { type Client, errors, type estypes } from '@elastic/elasticsearch';

type Mappings = NonNullable<estypes.IndicesCreateRequest['mappings']> & {
  readonly properties: Readonly<Record<string, estypes.MappingProperty>>;
};

/** An index that must exist, with its body and aliases. */
export interface IndexDefinition {
  readonly index: string;
  readonly body: { readonly settings: object; readonly mappings: Mappings };
  readonly aliases?: Readonly<Record<string, object>>;
  /** If this alias already has an index, nothing is created. */
  readonly unlessAlias?: string;
  /** Created on first use; an existing one gets new fields. */
  readonly later?: boolean;
}

/**
 * Creates missing indices and aliases. Processes that start at the same time may all call it: an index or alias
 * that another process created first is used. New fields are added, except fields of an article index whose analyzers
 * are newer than the index: these need a reindex, and the index is used without them until then (ADR 151).
 */
export const ensureIndices = async (
  client: Client,
  definitions: readonly IndexDefinition[],
): Promise<void> => {
  // A few at a time: the server joins changes that arrive together into one.
  for (let from = 0; from < definitions.length; from += atOnce) {
    await Promise.all(definitions.slice(from, from + atOnce).map((one) => ensureIndex(client, one)));
  }
};

const atOnce = 8;

const ensureIndex = async (client: Client, definition: IndexDefinition): Promise<void> => {
  const { index, body, aliases = {}, unlessAlias, later = false } = definition;
  const stands = unlessAlias
    ? await client.indices.existsAlias({ name: unlessAlias })
    : await client.indices.exists({ index });
  if (stands) return addFields(client, definition);
  if (later) return;
  try {
    await client.indices.create({ index, ...body, wait_for_active_shards: 1, timeout: '60s' });
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
  await addAliases(client, index, aliases);
};

/** Waits for its shards, because a search over the alias would fail until then. */
const addAliases = async (
  client: Client,
  index: string,
  aliases: NonNullable<IndexDefinition['aliases']>,
): Promise<void> => {
  const actions = Object.entries(aliases).map(([alias, body]) => ({ add: { index, alias, ...body } }));
  if (actions.length === 0) return;
  await client.cluster.health({ index, wait_for_status: 'yellow', timeout: '60s' });
  await client.indices.updateAliases({ actions });
};

/** Fields that are newer than the index; a strict index would reject documents with them. */
const addFields = async (
  client: Client,
  { index, unlessAlias, body: { mappings: wanted } }: IndexDefinition,
): Promise<void> => {
  const stored = await client.indices.getMapping({ index: unlessAlias ?? index });
  for (const [name, { mappings }] of Object.entries(stored)) {
    const known = mappings.properties ?? {};
    const added = Object.entries(wanted.properties).filter(([field]) => !(field in known));
    if (added.length > 0) await putFields(client, name, added, unlessAlias !== undefined);
  }
};

type Field = readonly [name: string, definition: Mappings['properties'][string]];

/** Usually all at once; one by one if an old index lacks an analyzer, so that it still gets the others. */
const putFields = async (
  client: Client,
  index: string,
  fields: readonly Field[],
  mayLack: boolean,
): Promise<void> => {
  try {
    await client.indices.putMapping({ index, properties: Object.fromEntries(fields) });
  } catch (error) {
    if (!mayLack || !lacksAnalyzer(error)) throw error;
    if (fields.length === 1) return;
    for (const field of fields) await putFields(client, index, [field], mayLack);
  }
};

const lacksAnalyzer = (error: unknown): boolean =>
  error instanceof errors.ResponseError &&
  error.statusCode === 400 &&
  /analyzer|normalizer/.test(String(error.body?.error?.reason));

const isAlreadyThere = (error: unknown): boolean => {
  if (!(error instanceof errors.ResponseError) || error.statusCode !== 400) return false;
  const { body } = error;
  return body?.error?.type === 'resource_already_exists_exception';
};
