import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly from: string;
  readonly source: string;
  readonly mail: Email;
  /** One header as sent, by its name in lower case. */
  readonly header: (name: string) => string | undefined;
}

/** A refusal: the code that the server answers. */
export interface MailRules {
  /** By recipient. */
  recipient: (address: string) => number | null;
  message: () => number | null;
}

/** A real SMTP server on a port of its own that keeps what it takes. */
export const startMailServer = async () => {
  const mails: ReceivedMail[] = [];
  const rules: MailRules = { recipient: () => null, message: () => null };
  const refusal = (code: number) =>
    Object.assign(new Error(`not now <somebody@secret.example>`), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const code = rules.recipient(address);
      done(code === null ? null : refusal(code));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const code = rules.message();
        if (code !== null) return done(refusal(code));
        const source = Buffer.concat(parts);
        const mail = await PostalMime.parse(source);
        const from = session.envelope.mailFrom;
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: from ? from.address : '',
          source: source.toString('latin1'),
          mail,
          header: (name) => mail.headers.find(({ key }) => key === name)?.value,
        });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    rules,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
