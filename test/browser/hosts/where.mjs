/** Where the search runs: another origin than the page. */
export const src = new URLSearchParams(location.search).get('src');
