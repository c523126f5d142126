/** Aborts at the first SIGINT or SIGTERM, so that a command ends what it has begun; the second ends the process. */
export const stoppedBySignals = (): AbortSignal => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
};
