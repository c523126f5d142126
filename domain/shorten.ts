/** Cuts at a space near the end if there is one; never in the middle of a character. */
export const shorten = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > most * 0.8 ? cut.slice(0, space) : cut}…`;
};
