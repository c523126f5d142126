const LINE_FEED = 10;
/** Envelopes name a sender and a day with its time; sentences that begin with "From" do not. */
const ENVELOPE = /^From \S{1,320} .{0,40}\d{1,2}:\d\d.{0,40}\d{4}/;
const QUOTED = /^>+From /;
const longestEnvelope = 500;

/**
 * The messages of a mailbox, one after the other, each without its envelope; null for a message that is too long. A line of a
 * text that begins with ">From " was quoted and loses one ">".
 *
 * @see RFC 4155, and the form called mboxrd
 */
export async function* splitMbox(
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<Uint8Array | null> {
  let message: Uint8Array[] | null = null;
  let length = 0;
  let isBlank = true;
  for await (const line of linesOf(chunks, mostBytes)) {
    const start = String.fromCharCode(...line.subarray(0, longestEnvelope));
    if (isBlank && ENVELOPE.test(start)) {
      if (message !== null) yield whole(message, length, mostBytes);
      message = [];
      length = 0;
    } else if (message !== null) {
      const kept = QUOTED.test(start) ? line.subarray(1) : line;
      length += kept.length;
      if (length <= mostBytes) message.push(kept);
      else message = [];
    }
    isBlank = start === '\n' || start === '\r\n';
  }
  if (message !== null) yield whole(message, length, mostBytes);
}

const whole = (parts: readonly Uint8Array[], length: number, mostBytes: number): Uint8Array | null =>
  length > mostBytes ? null : Buffer.concat(parts);

/** Lines with their ends; of a line that is too long, only as much as shows that it is. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      parts.push(chunk.subarray(from, end + 1));
      yield parts.length === 1 ? (parts[0] ?? chunk) : Buffer.concat(parts);
      parts = [];
      length = 0;
      from = end + 1;
    }
    const open = chunk.subarray(from);
    length += open.length;
    if (open.length > 0 && length <= mostBytes + chunk.length) parts.push(open);
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}
