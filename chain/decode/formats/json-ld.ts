import type { Statement } from '../../../domain/article.ts';
import { RejectedArticle } from '../../../domain/errors.ts';
import type { GivenFields } from '../../../domain/given-fields.ts';
import type { Decoder } from '../decoder.ts';
import { readLinkedData } from '../html/linked-data.ts';
import { bodyBlocks, bodyLines } from '../paragraph-blocks.ts';

/** A file that is one schema.org article. */
export const jsonLd: Decoder = {
  name: 'json-ld',
  contentTypes: ['application/ld+json'],
  recognizes: (start) => /^[[{]/.test(start) && /"@(?:context|type|graph)"\s{0,9}:/.test(start),
  read: (text) => {
    const statements = readLinkedData([text]);
    const value = (property: string): string | undefined =>
      statements.find((statement) => statement.property === property)?.value;
    const paragraphs = bodyLines(value('articlebody') ?? value('text') ?? '');
    if (paragraphs.length === 0) throw new RejectedArticle('empty', 'JSON-LD without an articleBody');
    const url = value('url') ?? value('mainentityofpage') ?? value('@id') ?? '';
    return {
      statements: statements.filter(({ property }) => property !== 'articlebody'),
      blocks: bodyBlocks(paragraphs),
      url: /^https?:/i.test(url) && URL.canParse(url) ? url : null,
      given: givenOf(statements),
    };
  },
};

const givenOf = (statements: readonly Statement[]): GivenFields => {
  const title = statements.find(({ property }) => property === 'headline' || property === 'name')?.value;
  return title === undefined ? {} : { title };
};
