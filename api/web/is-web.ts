/** Whether an address leads to the web: a sender may give any scheme, `javascript:` too. */
export const isWeb = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '');
