import { formsPlugin, formsVersion, nodesWithoutForms } from '../../platform/plugins.ts';
import { type Check, fault } from './finding.ts';

/** Checks every node, because each may get article shards, which need the tables of forms. */
export const pluginsCheck: Check = {
  name: 'plugins',
  needs: ['elasticsearch'],
  look: async ({ client }) => {
    const nodes = await nodesWithoutForms(client);
    return nodes.map((node) =>
      fault(
        `the node ${node} lacks the plugin ${formsPlugin} ${formsVersion}`,
        'build the image of docker/elasticsearch.Dockerfile, or copy the plugin as docs/operations.md says, and restart it',
      ),
    );
  },
};
