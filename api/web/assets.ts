import { createHash } from 'node:crypto';
import { type Asset, buildBox, buildPageScript, buildPageStyle } from './build-box.ts';

/** Scripts and styles of the pages, built once when the service starts. */
export interface WebAssets {
  readonly box: Asset;
  readonly script: Asset;
  /** Inlined in the page, so that the first paint waits for no other request. */
  readonly style: string;
  /** Its source expression for `style-src`. */
  readonly styleSource: string;
}

export const buildAssets = async (): Promise<WebAssets> => {
  const [box, script, sheet] = await Promise.all([buildBox(), buildPageScript(), buildPageStyle()]);
  const style = sheet.content.toString();
  const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  return { box, script, style, styleSource };
};

/** The Content-Security-Policy of our own pages: nothing inline but the one style sheet, nothing from elsewhere. */
export const pagePolicy = ({ styleSource }: WebAssets): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styleSource}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/** The policy of the service worker: it runs no other scripts and requests only our own pages. */
export const workerPolicy = "default-src 'none'; connect-src 'self'";
