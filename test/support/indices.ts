import type { Client, estypes } from '@elastic/elasticsearch';

/** The server joins changes that arrive together, and a request's address has to stay short enough. */
const createdTogether = 8;
const deletedTogether = 30;

/** Creates indices, some at a time: one after the other takes several times as long. */
export const createIndices = async (
  client: Client,
  wanted: readonly estypes.IndicesCreateRequest[],
): Promise<void> => {
  for (let from = 0; from < wanted.length; from += createdTogether)
    await Promise.all(
      wanted.slice(from, from + createdTogether).map((request) => client.indices.create(request)),
    );
};

/** Those that are already gone are left out. */
export const deleteIndices = async (client: Client, names: readonly string[]): Promise<void> => {
  for (let from = 0; from < names.length; from += deletedTogether)
    await client.indices.delete({
      index: names.slice(from, from + deletedTogether),
      ignore_unavailable: true,
    });
};
