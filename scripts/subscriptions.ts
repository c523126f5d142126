import { Command } from 'commander';
import { mailboxOf, readEmailAddress, shortenEmailAddress } from '../domain/email-address.ts';
import { forgetMatches } from '../platform/alerts/matches.ts';
import type { SubscriptionRecord } from '../platform/subscriptions/record.ts';
import { createSubscriptionStore, type SubscriptionStore } from '../platform/subscriptions/store.ts';
import { auditCommand } from './audit.ts';
import { WrongCall } from './describe-error.ts';
import { type CommandStore, withStore } from './open-store.ts';
import { alwaysJson, printLine } from './print-line.ts';

/** `npm run dateline -- subscriptions`: addresses are printed shortened; the audit has ids only. */
export const subscriptionsCommand = new Command('subscriptions')
  .description('list, resume and delete searches that are followed by e-mail')
  .addHelpText('after', '\nPrints lines of JSON. Exit: 0 done, 1 none matches, 2 wrong call.');

type Work = (store: CommandStore, subscriptions: SubscriptionStore) => Promise<void>;

const withSubscriptions = (work: Work): Promise<void> =>
  withStore((store) => work(store, createSubscriptionStore(store.client, store.names.subscriptions)));

const print = ({ id, name, created, state, mail }: SubscriptionRecord): void => {
  const { address, frequency, language, sent, refusals } = mail;
  printLine({
    id,
    state,
    address: shortenEmailAddress(address),
    name,
    created,
    frequency,
    language,
    sent,
    refusals,
  });
};

subscriptionsCommand
  .command('list')
  .description('list them')
  .option('--address <address>', 'only those of one mailbox')
  .option(...alwaysJson)
  .action(({ address }: { address?: string }) =>
    withSubscriptions(async (_store, subscriptions) => {
      for await (const page of subscriptions.each())
        for (const one of page) if (isOf(one, address)) print(one);
    }),
  );

subscriptionsCommand
  .command('resume [ids...]')
  .description('send again what was paused because the mail server refused it; without ids: all of them')
  .option(...alwaysJson)
  .action((ids: string[]) =>
    withSubscriptions(async (store, subscriptions) => {
      const paused: string[] = [];
      for await (const page of subscriptions.each())
        for (const { id, state } of page)
          if (state === 'paused' && (ids.length === 0 || ids.includes(id))) paused.push(id);
      const looked = new Date().toISOString();
      for (const id of paused)
        await subscriptions.change(id, (one) => ({
          ...one,
          state: 'confirmed',
          active: true,
          looked,
          mail: { ...one.mail, attempts: 0, rests: null, refusals: 0 },
        }));
      await auditCommand(store, 'resume-subscription', paused);
      finish({ resumed: paused.length });
    }),
  );

subscriptionsCommand
  .command('delete [ids...]')
  .description('delete some with their addresses, or all of a mailbox')
  .option('--address <address>', 'all of one mailbox')
  .option(...alwaysJson)
  .action((ids: string[], { address }: { address?: string }) => {
    if ((ids.length === 0) === (address === undefined)) throw new WrongCall('give ids, or --address');
    return withSubscriptions(async (store, subscriptions) => {
      const found: string[] = [];
      for await (const page of subscriptions.each())
        for (const one of page)
          if (address === undefined ? ids.includes(one.id) : isOf(one, address)) found.push(one.id);
      for (const id of found) {
        await subscriptions.remove(id);
        await forgetMatches(store.client, store.names.matches, id);
      }
      await auditCommand(store, 'delete-subscription', found);
      finish({ deleted: found.length });
    });
  });

/** @throws {WrongCall} if the address is none */
const isOf = ({ mail }: SubscriptionRecord, written: string | undefined): boolean => {
  if (written === undefined) return true;
  const address = readEmailAddress(written);
  if (address === null) throw new WrongCall(`${written} is not an e-mail address`);
  return mailboxOf(mail.address) === mailboxOf(address);
};

const finish = (result: Readonly<Record<string, number>>): void => {
  printLine(result);
  if (Object.values(result).includes(0)) process.exitCode = 1;
};
