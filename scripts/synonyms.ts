import { Command } from 'commander';
import { foldQuery } from '../authorities/words/fold.ts';
import { changeCurations, mostCurations, readCurations } from '../platform/curations.ts';
import { auditCommand } from './audit.ts';
import { WrongCall } from './describe-error.ts';
import { withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';

/** `npm run dateline -- synonyms`: words that mean the same in this installation. */
export const synonymsCommand = new Command('synonyms')
  .description('set, list and delete words that mean the same, beside those of the languages')
  .addHelpText(
    'after',
    '\nRunning APIs take a change up within seconds. Prints lines of JSON. Exit: 0 done, 1 none matches, 2 wrong call.',
  );

synonymsCommand
  .command('set <forms...>')
  .description('a query with one of these forms also finds the others; replaces groups that have one of them')
  .option(...alwaysJson)
  .action((forms: string[]) => {
    const given = forms.map((form) => form.trim());
    checkForms(given);
    return withStore(async (store) => {
      let replaced = 0;
      await changeCurations(store.client, store.names.state, (curations) => {
        const others = withoutForms(curations.synonyms, given);
        replaced = curations.synonyms.length - others.length;
        if (others.length >= mostCurations.groups)
          throw new WrongCall(`there are ${mostCurations.groups} groups already: delete some`);
        return { ...curations, synonyms: [...others, given] };
      });
      await auditCommand(store, 'set-synonyms', given);
      printLine({ forms: given, replaced });
    });
  });

synonymsCommand
  .command('list')
  .description('list the groups of this installation')
  .option(...alwaysJson)
  .action(() =>
    withStore(async ({ client, names }) => {
      for (const forms of (await readCurations(client, names.state)).synonyms) printLine({ forms });
    }),
  );

synonymsCommand
  .command('delete <forms...>')
  .description('delete the groups that have one of these forms')
  .option(...alwaysJson)
  .action((forms: string[]) =>
    withStore(async (store) => {
      let deleted = 0;
      await changeCurations(store.client, store.names.state, (curations) => {
        const synonyms = withoutForms(curations.synonyms, forms);
        deleted = curations.synonyms.length - synonyms.length;
        return { ...curations, synonyms };
      });
      if (deleted > 0) await auditCommand(store, 'delete-synonyms', forms);
      printLine({ deleted });
      if (deleted === 0) process.exitCode = 1;
    }),
  );

const withoutForms = (groups: readonly (readonly string[])[], forms: readonly string[]): string[][] => {
  const given = new Set(forms.map(foldQuery));
  return groups
    .filter((group) => !group.some((form) => given.has(foldQuery(form))))
    .map((group) => [...group]);
};

/** @throws {WrongCall} */
const checkForms = (forms: readonly string[]): void => {
  const { forms: mostForms, form: mostCharacters } = mostCurations;
  if (new Set(forms.map(foldQuery)).size < 2) throw new WrongCall('give two different forms, or more');
  if (forms.length > mostForms) throw new WrongCall(`a group has at most ${mostForms} forms`);
  const wrong = forms.find((form) => foldQuery(form) === '' || form.length > mostCharacters);
  if (wrong !== undefined)
    throw new WrongCall(`${wrong}: has no words, or more than ${mostCharacters} characters`);
};
