import type { Command } from 'commander';

/** One command of `npm run dateline`; its file is loaded only when the command is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command, once. To add one: add a file, add an entry. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'ingest',
    summary: 'import files, folders, globs and URLs',
    load: async () => (await import('./ingest.ts')).ingestCommand,
  },
  {
    name: 'sources',
    summary: 'poll feeds and sitemaps: add, list, pause, resume, remove',
    load: async () => (await import('./sources.ts')).sourcesCommand,
  },
  {
    name: 'reindex',
    summary: 'fill new indices beside the old ones and swap the aliases; or roll back',
    load: async () => (await import('./reindex.ts')).reindexCommand,
  },
  {
    name: 'reclean',
    summary: 'clean and enrich single articles again, or show what that would change',
    load: async () => (await import('./reclean.ts')).recleanCommand,
  },
  {
    name: 'verify',
    summary: 'compare every stored input with its document, and repair',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'backup',
    summary: 'save everything in a snapshot',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: 'replace the current data with a snapshot',
    load: async () => (await import('./backup.ts')).restoreCommand,
  },
  {
    name: 'doctor',
    summary: 'report problems and what to do about them',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  {
    name: 'failures',
    summary: 'list, show, replay and discard articles that could not be indexed',
    load: async () => (await import('./failures.ts')).failuresCommand,
  },
  {
    name: 'best-bets',
    summary: 'articles that are shown first for a query: set, list, delete',
    load: async () => (await import('./best-bets.ts')).bestBetsCommand,
  },
  {
    name: 'synonyms',
    summary: 'words that mean the same in this installation: set, list, delete',
    load: async () => (await import('./synonyms.ts')).synonymsCommand,
  },
  {
    name: 'keys',
    summary: 'create, list and revoke API keys',
    load: async () => (await import('./keys.ts')).keysCommand,
  },
  {
    name: 'subscriptions',
    summary: 'list, resume and delete searches followed by e-mail',
    load: async () => (await import('./subscriptions.ts')).subscriptionsCommand,
  },
  {
    name: 'purge',
    summary: 'erase articles permanently: by search, by age, by id',
    load: async () => (await import('./purge.ts')).purgeCommand,
  },
  {
    name: 'purges',
    summary: 'list purged articles, and accept them again',
    load: async () => (await import('./purges.ts')).purgesCommand,
  },
  {
    name: 'audit',
    summary: 'check that no audit record was changed or is missing',
    load: async () => (await import('./audit-command.ts')).auditCommandLine,
  },
  {
    name: 'export',
    summary: 'write every result of a search to a file',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'people',
    summary: 'merge, split, rename and import persons',
    load: async () => (await import('./people/command.ts')).peopleCommand,
  },
];
