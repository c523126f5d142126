import { type Client, errors } from '@elastic/elasticsearch';
import { z } from 'zod';

/**
 * Our plugin, whose filters the mappings use. Every node of the server needs it in this version, that of
 * `stack/pom.xml`, or in a later one.
 */
export const formsPlugin = 'dateline-forms';
export const formsVersion = '1.2.0';

/** Nodes without `dateline-forms` of this version, on which article indices cannot be created. */
export class MissingPlugin extends Error {
  override readonly name = 'MissingPlugin';

  constructor(nodes: readonly string[]) {
    super(
      `Elasticsearch lacks the plugin ${formsPlugin} ${formsVersion} on ${nodes.join(', ')}: build the image of ` +
        'docker/elasticsearch.Dockerfile, or see docs/operations.md, and restart the node',
    );
  }
}

const answer = z.object({
  nodes: z.record(
    z.string(),
    z.object({
      name: z.string(),
      plugins: z.array(z.object({ name: z.string(), version: z.string() })).default([]),
    }),
  ),
});

/** @returns names of nodes, sorted; empty also without permission to list them */
export const nodesWithoutForms = async (client: Client): Promise<readonly string[]> => {
  try {
    const { nodes } = answer.parse(await client.nodes.info({ metric: 'plugins' }));
    return Object.values(nodes)
      .filter(
        ({ plugins }) => !plugins.some(({ name, version }) => name === formsPlugin && isEnough(version)),
      )
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 403) return [];
    throw error;
  }
};

/** A later minor version has all that an earlier one has. */
const isEnough = (version: string): boolean => {
  const [major, minor = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = formsVersion.split('.').map(Number);
  return major === wantedMajor && minor >= wantedMinor;
};
