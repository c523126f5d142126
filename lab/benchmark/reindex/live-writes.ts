import type { ArticleDocument } from '../../../domain/document.ts';
import { createAcceptor } from '../../../platform/articles/accept.ts';
import type { CommandStore } from '../../../scripts/open-store.ts';
import { submissionOf } from '../indexing/through.ts';

/** New articles per second during the run. */
export const livePerSecond = 20;

/** Sends articles through the service at a steady rate until stopped. */
export const writeMeanwhile = (store: CommandStore, documents: readonly ArticleDocument[]) => {
  const acceptor = createAcceptor(store);
  let sent = 0;
  let failed = 0;
  const timer = setInterval(() => {
    const document = documents[sent % documents.length];
    if (!document) return;
    sent += 1;
    acceptor.accept([submissionOf({ ...document, id: `live-${sent}` })], 'live').catch(() => {
      failed += 1;
    });
  }, 1000 / livePerSecond);
  return {
    stop: (): { readonly sent: number; readonly failed: number } => {
      clearInterval(timer);
      return { sent, failed };
    },
  };
};
