// Sources run as they are: ECMAScript modules, types stripped by swc.
const project = (name, testMatch, extra = {}) => ({
  displayName: name,
  testMatch,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } }] },
  testEnvironment: 'node',
  ...extra,
});

export default {
  projects: [
    project('unit', ['<rootDir>/test/unit/**/*.test.ts', '<rootDir>/test/golden/**/*.test.ts']),
    project('integration', ['<rootDir>/test/analysis/**/*.test.ts', '<rootDir>/test/integration/**/*.test.ts']),
    project('browser', ['<rootDir>/test/browser/**/*.test.ts'], {
      globalSetup: '<rootDir>/test/browser/set-up.ts',
      globalTeardown: '<rootDir>/test/browser/tear-down.ts',
    }),
    project('fault', ['<rootDir>/test/fault/**/*.test.ts']),
  ],
  testTimeout: 180_000,
};
