// The layers of the architecture, the only list of them: each folder may import only the folders named beside it.
const layers = {
  domain: [],
  languages: ['domain'],
  authorities: ['domain', 'languages'],
  mappings: ['domain', 'languages'],
  platform: ['domain'],
  mail: ['domain', 'languages'],
  chain: ['domain', 'languages', 'authorities'],
  worker: ['domain', 'languages', 'authorities', 'mappings', 'platform', 'chain', 'mail'],
  api: ['domain', 'languages', 'authorities', 'mappings', 'platform', 'chain', 'mail'],
  scripts: [
    'domain',
    'languages',
    'authorities',
    'mappings',
    'platform',
    'chain',
    'mail',
    'worker',
    'api',
    'stack',
  ],
  lab: [
    'domain',
    'languages',
    'authorities',
    'mappings',
    'platform',
    'chain',
    'mail',
    'worker',
    'api',
    'scripts',
    'stack',
  ],
  stack: [],
};
const ours = Object.keys(layers);

module.exports = {
  forbidden: [
    ...ours.map((layer) => ({
      name: `${layer}-imports-only-what-lies-below`,
      severity: 'error',
      from: { path: `^${layer}/` },
      to: {
        path: `^(${ours.filter((other) => other !== layer && !layers[layer].includes(other)).join('|')})/`,
      },
    })),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'only-what-is-declared',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'shipped-code-needs-no-development-package',
      severity: 'error',
      from: { path: '^(domain|languages|authorities|mappings|platform|chain|mail|worker|api)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A project of its own, with packages and generated types of its own.
    exclude: { path: '^examples/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
