/**
 * The same items, each asked for while the one before it is used; one at most is held. An error comes when its turn
 * comes, after everything before it.
 */
export async function* readAhead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      // Awaited in the next turn, or never, where the reader has gone: no error of its own then.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await next.catch(() => {});
    await items.return(undefined);
  }
}
