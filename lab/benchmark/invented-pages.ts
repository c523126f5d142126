/** Pages with a common structure and invented text, each a little longer than the previous one. */
export const inventPages = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const links = Array.from(
      { length: 60 + index },
      (_, at) => `<li><a href="/${at}">Section ${at}</a></li>`,
    );
    const text = Array.from({ length: 8 + (index % 20) }, (_, at) => `<p>${sentence(index + at)}</p>`);
    return `<!doctype html><html lang="en"><head><title>Report ${index} | Gazette</title></head><body>
<nav><ul>${links.join('')}</ul></nav><main><article><h1>Report ${index}</h1>${text.join('')}</article></main>
<aside><ul>${links.join('')}</ul></aside><footer><p>© Gazette</p></footer></body></html>`;
  });

const sentence = (seed: number): string =>
  Array.from({ length: 30 + (seed % 40) }, (_, at) => WORDS[(seed * 7 + at * 5) % WORDS.length])
    .join(' ')
    .concat('.');

const WORDS =
  'the council of a harbour town agreed on monday that its bridge, built long ago, should be renewed before winter comes'.split(
    ' ',
  );
