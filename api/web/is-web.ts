/** Whether an address is http or https: a sender may give any scheme, even `javascript:`. */
export const isWeb = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? '');
