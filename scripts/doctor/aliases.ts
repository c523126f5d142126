import { languages } from '../../languages/index.ts';
import { articleAliases, fallbackLanguage, requiredIndices } from '../../mappings/required.ts';
import { readReindexState } from '../../platform/reindex-state.ts';
import type { CommandStore } from '../open-store.ts';
import { type Check, type Finding, fault, warning } from './finding.ts';

type Standing = Readonly<
  Record<string, { readonly aliases?: Readonly<Record<string, { filter?: unknown }>> }>
>;

/** Checks that each language's aliases are on the same single index and hide tombstones from readers, and that required indices exist. */
export const aliasesCheck: Check = {
  name: 'aliases',
  needs: ['elasticsearch'],
  look: async (store) => {
    const { client, names, config } = store;
    const all: Standing = await client.indices.getAlias({ index: `${config.prefix}-*` });
    const standing: Standing = Object.fromEntries(
      Object.entries(all).filter(([index]) => names.isOwn(index)),
    );
    const services = requiredIndices(names, [], new Date(0)).map((required) => required.name);
    const always = names.articlesOf(fallbackLanguage);
    const missing = [
      ...services.filter((name) => !(name in standing)),
      ...(holders(standing, always).length === 0 ? [always] : []),
    ];
    return [
      ...(missing.length > 0 ? [fault(`there is no index for ${listed(missing)}`, absent)] : []),
      ...languages.flatMap(({ code }) => ofLanguage(store, standing, code)),
      ...(await leftBehind(store, standing)),
    ];
  },
};

const absent = 'start a worker, which creates missing indices; if they had articles, `restore` a snapshot';

const listed = (all: readonly string[]): string =>
  all.length > 6 ? `${all.slice(0, 6).join(', ')} and ${all.length - 6} more` : all.join(', ');

const ofLanguage = ({ names }: CommandStore, standing: Standing, code: string): readonly Finding[] => {
  const writing = names.articlesOf(code);
  const homes = holders(standing, writing);
  const [home, ...others] = homes;
  if (others.length > 0)
    return [
      fault(
        `${writing} points at ${homes.join(' and ')}`,
        'remove it from all but the one with the articles',
      ),
    ];
  return Object.entries(articleAliases(names, code)).flatMap(([alias, { filter }]): Finding[] => {
    // A language without articles has no index.
    const own = home === undefined ? undefined : standing[home]?.aliases?.[alias];
    const strangers = holders(standing, alias).filter((index) => alias !== names.articles && index !== home);
    const faults: Finding[] = [];
    if (home !== undefined && !own)
      faults.push(fault(`${alias} does not point at ${home}`, `add it: articles in ${code} are not found`));
    if (own && filter && !own.filter)
      faults.push(
        fault(
          `${alias} has no filter on ${home}`,
          'deleted articles are found: add it again with its filter',
        ),
      );
    if (strangers.length > 0)
      faults.push(
        fault(`${alias} points at ${strangers.join(', ')} too`, 'remove it there: articles are found twice'),
      );
    return faults;
  });
};

const holders = (standing: Standing, alias: string): readonly string[] =>
  Object.keys(standing).filter((index) => standing[index]?.aliases?.[alias]);

/** Readers' and builders' aliases on indices that no language writes to. */
const leftBehind = async (
  { client, names }: CommandStore,
  standing: Standing,
): Promise<readonly Finding[]> => {
  const homes = new Set(languages.flatMap(({ code }) => holders(standing, names.articlesOf(code))));
  const read = holders(standing, names.articles).filter((index) => !homes.has(index));
  const open = (await readReindexState(client, names.state))?.state;
  const building = languages.flatMap(({ code }) => holders(standing, names.buildingOf(code)));
  const isOpen = open && open.phase !== 'done' && open.phase !== 'abandoned';
  const orphaned = isOpen ? [] : building;
  return [
    ...read.map((index) =>
      fault(
        `${names.articles} points at ${index}, which no language writes to`,
        'remove it there: its results are old',
      ),
    ),
    ...orphaned.map((index) =>
      warning(`${index} is being filled, but no reindex is running`, 'delete it: every write goes there too'),
    ),
  ];
};
