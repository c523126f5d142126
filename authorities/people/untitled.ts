import { namesAnyOffice } from './names-office.ts';

const honorifics: ReadonlySet<string> = new Set(
  'mr mrs ms dr sir dame lord king queen prince sheikh herr frau monsieur madame señor señora sr sra г-н г-жа господин госпожа السيد الشيخ'.split(
    ' ',
  ),
);
/** So many words or characters may be a title. */
const longestTitle = 5;
const solid = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

/**
 * What may be the name in what somebody types: without the title before it (`Foreign Minister Lavrov`, `Mr Lavrov`), or
 * on either side where nothing parts words (`王毅外长`), and without an English genitive. The least taken off comes first.
 */
export const untitled = (typed: string): readonly string[] => {
  const name = typed.trim().replace(/['’]s$/u, '');
  const parts = solid.test(name) ? [...name] : name.split(/\s+/u);
  const glue = solid.test(name) ? '' : ' ';
  const cuts = Array.from({ length: Math.min(longestTitle, parts.length - 1) }, (_, at) => at + 1);
  const found = cuts.flatMap((count) => [
    { title: parts.slice(0, count), rest: parts.slice(count) },
    { title: parts.slice(-count), rest: parts.slice(0, -count) },
  ]);
  const bare = found
    .filter(({ title }) => isTitle(title.join(glue).toLowerCase()))
    .map(({ rest }) => rest.join(glue));
  return name === typed.trim() ? bare : [name, ...bare];
};

const isTitle = (text: string): boolean => honorifics.has(text.replace(/\.$/u, '')) || namesAnyOffice(text);
