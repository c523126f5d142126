/** Every kind of page, and every state that looks like no other: name and address. */
export const pageStates = [
  ['the start', '/'],
  ['results', '/?q=lavrov'],
  ['results in Arabic', '/?q=%D9%84%D8%A7%D9%81%D8%B1%D9%88%D9%81&ui-lang=ar'],
  ['results in Chinese', '/?q=%E7%8E%8B%E6%AF%85&ui-lang=zh'],
  ['every value of a facet', '/values/agency?lang=en&find=r'],
  ['a filtered search', '/?agency=xinhua&lang=zh&from-date=2020'],
  ['translations', '/?q=lighthouse&translate=all'],
  ['results in Persian', '/?q=lighthouse&ui-lang=fa'],
  ['nothing found', '/?q=qwertzuiop'],
  ['a query that cannot be read', '/?q=%22open'],
  ['a parameter that cannot be used', '/?colour=red'],
  ['a date that is none', '/?q=lavrov&from-date=20x'],
  ['a date with two readings', '/?from-date=03/04/2019'],
  ['most of the words', '/?q=lighthouse+nobody&match=any'],
  ['stories', '/?q=lighthouse&collapse=story'],
  ['a timeline', '/chart?q=lavrov&timeline-by=agency'],
  ['an article', '/articles/passes-1'],
  ['its versions', '/articles/passes-1/versions'],
  ['an Arabic article', '/articles/ar-ijtima-alqahira-html'],
  ['a person', '/people/dl:sergei-lavrov'],
  ['no article', '/articles/nowhere'],
  ['no such address', '/nowhere'],
  ['who runs it', '/about'],
  ['the sources', '/sources'],
  ['the API', '/docs'],
  ['the demo', '/demo'],
  ['following by e-mail', '/subscriptions?q=lavrov&agency=xinhua'],
  ['a request by e-mail that was sent', '/subscriptions/sent'],
  ['a link of an e-mail that has lapsed', '/subscriptions/1/confirm?token=x'],
  ['the offline page', '/offline'],
] as const;

/** The same state in a language of the interface. */
export const inLanguage = (path: string, language: string): string => {
  const url = new URL(path, 'http://any.example');
  url.searchParams.set('ui-lang', language);
  return url.pathname + url.search;
};
