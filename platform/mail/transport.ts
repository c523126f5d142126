import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { MailConfig } from './config.ts';

/** A message to one address, both parts complete. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47. */
  readonly language: string;
  /** Left part of its Message-ID: the same for each attempt at the same message. */
  readonly name: string;
  /** Page that unsubscribes; a POST to it does so at once (RFC 8058). */
  readonly unsubscribe: string;
}

/** Reasons never contain text of the server: it repeats addresses. */
export type MailOutcome =
  | { readonly kind: 'sent' }
  /** The server takes it later (4xx). */
  | { readonly kind: 'later'; readonly reason: string }
  /** The server refuses this address or message (5xx). */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The server takes nothing at all now: unreachable, no login, sender refused. */
  | { readonly kind: 'unreachable'; readonly reason: string };

export interface Mailer {
  /** Never throws. */
  readonly send: (letter: Letter) => Promise<MailOutcome>;
  readonly close: () => Promise<void>;
}

const connectMs = 10_000;
/** Of silence; a server may scan a message for a while. */
const answerMs = 60_000;
/** Connections to the server, kept for several messages. */
const connections = 2;

export const createMailer = ({ smtpUrl, from }: MailConfig): Mailer => {
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: connections,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: answerMs,
    // No part of a message is ever read from a file or a URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text, html, language, name, unsubscribe }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          // A single recipient, whatever an address would be parsed into.
          envelope: { from: from.address, to: [to] },
          subject: oneLine(subject),
          text,
          html,
          messageId: `<${name}@${host}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': language,
            // RFC 8058: programs that read mail show a button of their own for it.
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
          list: { unsubscribe },
        });
        return { kind: 'sent' };
      } catch (error) {
        return judge(error);
      }
    },
    close: async () => transport.close(),
  };
};

/** nodemailer encodes what a header must not contain; a subject has no line breaks anyway. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

const smtpError = z.object({
  code: z.string().default('unknown'),
  responseCode: z.number().optional(),
  command: z.string().default('connect'),
});

/** Commands whose answer is about one address or one message; others are about us. */
const aboutTheLetter = /^(?:RCPT TO|DATA)$/;

const judge = (error: unknown): MailOutcome => {
  const {
    code,
    responseCode = 0,
    command,
  } = smtpError.catch({ code: 'unknown', command: 'connect' }).parse(error);
  const reason = `${command} ${responseCode || code}`;
  // 421: the server is closing the connection, whatever was asked.
  if (!aboutTheLetter.test(command) || responseCode < 400 || responseCode === 421)
    return { kind: 'unreachable', reason };
  return { kind: responseCode < 500 ? 'later' : 'refused', reason };
};
