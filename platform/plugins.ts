import { type Client, errors } from '@elastic/elasticsearch';
import { z } from 'zod';

/** Our plugin, whose filters the mappings use; every node of the server needs it. */
export const formsPlugin = 'dateline-forms';

/** Nodes without the plugin `dateline-forms`, on which article indices cannot be created. */
export class MissingPlugin extends Error {
  override readonly name = 'MissingPlugin';

  constructor(nodes: readonly string[]) {
    super(
      `Elasticsearch lacks the plugin ${formsPlugin} on ${nodes.join(', ')}: build the image of ` +
        'docker/elasticsearch.Dockerfile, or see docs/operations.md, and restart the node',
    );
  }
}

const answer = z.object({
  nodes: z.record(
    z.string(),
    z.object({ name: z.string(), plugins: z.array(z.object({ name: z.string() })).default([]) }),
  ),
});

/** @returns names of nodes, sorted; empty also without permission to list them */
export const nodesWithoutForms = async (client: Client): Promise<readonly string[]> => {
  try {
    const { nodes } = answer.parse(await client.nodes.info({ metric: 'plugins' }));
    return Object.values(nodes)
      .filter(({ plugins }) => !plugins.some(({ name }) => name === formsPlugin))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 403) return [];
    throw error;
  }
};
