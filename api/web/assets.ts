import { createHash } from 'node:crypto';
import { type Asset, buildBox, buildPageScript, buildPageStyle } from './build-box.ts';

/** What the pages are made with, built once when the service starts. */
export interface WebAssets {
  readonly box: Asset;
  readonly script: Asset;
  /** Stands in the page itself, so that nothing is waited for before the first paint. */
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

/** Of the service worker: it runs nothing else and asks for our own pages only. */
export const workerPolicy = "default-src 'none'; connect-src 'self'";
