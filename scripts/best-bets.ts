import { Command } from 'commander';
import { foldQuery } from '../authorities/words/fold.ts';
import { findIdFault } from '../domain/ids.ts';
import { type BestBet, changeCurations, mostCurations, readCurations } from '../platform/curations.ts';
import { auditCommand } from './audit.ts';
import { WrongCall } from './describe-error.ts';
import { type CommandStore, withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';

/** `npm run dateline -- best-bets`: articles that are shown first for a query. */
export const bestBetsCommand = new Command('best-bets')
  .description('set, list and delete the articles that are shown first for a query')
  .addHelpText(
    'after',
    '\nRunning APIs take a change up within seconds. Prints lines of JSON. Exit: 0 done, 1 none matches, 2 wrong call.',
  );

bestBetsCommand
  .command('set <query> <articles...>')
  .description('show these articles first, in this order; replaces those of the query')
  .option(...alwaysJson)
  .action((query: string, articles: string[]) => {
    checkCall(query, articles);
    return withStore(async (store) => {
      await changeCurations(store.client, store.names.state, (curations) => {
        const others = curations.bestBets.filter((bet) => foldQuery(bet.query) !== foldQuery(query));
        if (others.length >= mostCurations.bestBets)
          throw new WrongCall(`there are ${mostCurations.bestBets} best bets already: delete some`);
        return { ...curations, bestBets: [...others, { query, articles }] };
      });
      await auditCommand(store, 'set-best-bet', [query], { articles });
      const seen = await seenAmong(articles, store);
      printLine({ query, articles, unseen: articles.filter((id) => !seen.has(id)) });
    });
  });

bestBetsCommand
  .command('list')
  .description('list them; `unseen` are articles that readers cannot see at the moment')
  .option(...alwaysJson)
  .action(() =>
    withStore(async (store) => {
      const { bestBets } = await readCurations(store.client, store.names.state);
      const ids = bestBets.flatMap(({ articles }) => articles);
      const seen = await seenAmong(ids, store);
      for (const { query, articles } of bestBets)
        printLine({ query, articles, unseen: articles.filter((id) => !seen.has(id)) });
    }),
  );

bestBetsCommand
  .command('delete <queries...>')
  .description('show nothing first for these queries')
  .option(...alwaysJson)
  .action((queries: string[]) =>
    withStore(async (store) => {
      const given = new Set(queries.map(foldQuery));
      let deleted: string[] = [];
      await changeCurations(store.client, store.names.state, (curations) => {
        const isGiven = ({ query }: BestBet): boolean => given.has(foldQuery(query));
        deleted = curations.bestBets.filter(isGiven).map(({ query }) => query);
        return { ...curations, bestBets: curations.bestBets.filter((bet) => !isGiven(bet)) };
      });
      await auditCommand(store, 'delete-best-bet', deleted);
      printLine({ deleted: deleted.length });
      if (deleted.length === 0) process.exitCode = 1;
    }),
  );

/** @throws {WrongCall} */
const checkCall = (query: string, articles: readonly string[]): void => {
  const { query: mostCharacters, articles: mostArticles } = mostCurations;
  if (foldQuery(query) === '') throw new WrongCall('the query has no words');
  if (query.length > mostCharacters)
    throw new WrongCall(`the query is longer than ${mostCharacters} characters`);
  if (articles.length > mostArticles)
    throw new WrongCall(`a query shows at most ${mostArticles} articles first`);
  if (new Set(articles).size < articles.length) throw new WrongCall('an article is given twice');
  for (const id of articles) {
    const fault = findIdFault(id);
    if (fault) throw new WrongCall(`${id}: ${fault}`);
  }
};

/**
 * Those that readers can see. An embargoed article may be set ahead, and a deleted one comes back or not: both are only
 * reported.
 *
 * @param articles  at most 10,000, all that there can be
 */
const seenAmong = async (
  articles: readonly string[],
  { client, names }: CommandStore,
): Promise<ReadonlySet<string>> => {
  const { hits } = await client.search<{ id: string }>({
    index: names.articles,
    size: articles.length,
    _source: ['id'],
    query: { terms: { id: [...articles] } },
  });
  return new Set(hits.hits.flatMap(({ _source }) => _source?.id ?? []));
};
