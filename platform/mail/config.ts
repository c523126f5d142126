import { readEmailAddress } from '../../domain/email-address.ts';

/** The server that takes e-mail, and the sender. */
export interface MailConfig {
  /** Contains the password; never logged. */
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
}

/** `a@b.example`, or `A name <a@b.example>`; null for anything else. */
export const readMailFrom = (written: string): MailConfig['from'] | null => {
  const [, name = '', bracketed] = /^([^<>"\p{Cc}]{0,100})<([^<>]+)>$/u.exec(written.trim()) ?? [];
  const address = readEmailAddress(bracketed ?? written);
  return address === null ? null : { name: name.trim(), address };
};

interface MailVariables {
  readonly DATELINE_SMTP_URL?: string | undefined;
  readonly DATELINE_MAIL_FROM?: string | undefined;
  readonly DATELINE_PUBLIC_URL: string;
}

/** What is missing if only a part of e-mail is configured. */
export const findMailFaults = ({
  DATELINE_SMTP_URL: url,
  DATELINE_MAIL_FROM: from,
  DATELINE_PUBLIC_URL: origin,
}: MailVariables): readonly string[] => {
  if (url === undefined)
    return from === undefined ? [] : ['DATELINE_SMTP_URL: is needed with DATELINE_MAIL_FROM'];
  return [
    ...(from === undefined ? ['DATELINE_MAIL_FROM: is needed with DATELINE_SMTP_URL'] : []),
    ...(isReachedSafely(origin)
      ? []
      : ['DATELINE_PUBLIC_URL: must be an https URL with DATELINE_SMTP_URL: links in e-mails unsubscribe']),
  ];
};

/** RFC 8058 demands https; this machine itself is for development and tests. */
const isReachedSafely = (origin: string): boolean =>
  URL.canParse(origin) &&
  (new URL(origin).protocol === 'https:' ||
    /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(new URL(origin).hostname));
