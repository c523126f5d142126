/** The exit code in shells of a program that wrote to a closed pipe (128 + SIGPIPE). */
const nobodyReads = 141;

/**
 * Prints a task's rows as they come. If the reader has closed the pipe (`| head`), the task ends in order at its next
 * row: its servers are stopped and its files removed. Node.js alone would end the process at once.
 *
 * @returns how many rows were printed
 */
export const printRows = async <Row>(
  rows: AsyncIterable<Row>,
  lineOf: (row: Row) => string,
): Promise<number> => {
  let isRead = true;
  process.stdout.on('error', (error) => {
    allowClosedPipe(error);
    isRead = false;
  });
  process.stderr.on('error', allowClosedPipe);
  let printed = 0;
  for await (const row of rows) {
    if (isRead) await new Promise((resolve) => process.stdout.write(`${lineOf(row)}\n`, resolve));
    if (!isRead) {
      process.exitCode = nobodyReads;
      break;
    }
    printed += 1;
  }
  return printed;
};

const allowClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
};
