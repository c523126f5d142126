/** The words of a list that is written with blanks or line breaks between them. */
export const splitWords = (list: string): readonly string[] => list.trim().split(/\s+/u);
