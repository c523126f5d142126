/** How long an answer is valid, and the validators to ask whether it has changed. */
export interface Caching {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Stated validity in milliseconds; 0 if not stated. */
  readonly freshMs: number;
}

interface Headers {
  readonly get: (name: string) => string | null;
}

const longest = 1024;

export const readCaching = (headers: Headers): Caching => ({
  etag: short(headers.get('etag')),
  lastModified: short(headers.get('last-modified')),
  freshMs: freshMs(headers.get('cache-control') ?? ''),
});

/** Sent back unchanged, unless it is so long that the request would be rejected. */
const short = (value: string | null): string | null =>
  value !== null && value.length <= longest && value !== '' ? value : null;

/** @see RFC 9111, 5.2.2: `no-store` and `no-cache` override `max-age` */
const freshMs = (control: string): number => {
  if (/\bno-(?:store|cache)\b/i.test(control)) return 0;
  const [, seconds = '0'] = /\bmax-age\s{0,3}=\s{0,3}"?(\d{1,9})/i.exec(control.slice(0, longest)) ?? [];
  return Number(seconds) * 1000;
};

/** Limit of the pause that a host may ask for. */
const longestAskedMs = 86_400_000;

/** The pause that a host asks for, in milliseconds (`Retry-After`, RFC 9110); 0 without one. */
export const readRetryAfter = (written: string | null, now: Date): number => {
  if (written === null) return 0;
  const ms = /^\d{1,9}$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now.getTime();
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), longestAskedMs);
};
