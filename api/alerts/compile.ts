import type { CompiledSearch } from '../../platform/alerts/records.ts';
import { nameFacet } from '../facets/index.ts';
import { interfaceIn } from '../messages/index.ts';
import type { SearchParams } from '../params/search.ts';
import { printQuery } from '../query/print.ts';
import type { QueryNode } from '../query/tree.ts';
import { type Authorities, labelOf, languageName } from '../search/authorities.ts';
import { type Clause, type Filter, languageClause } from '../search/filters.ts';
import { buildHighlight } from '../search/highlight.ts';
import { queryOf } from '../search/plan.ts';
import { translateNode, type Understanding, understand } from '../search/understand.ts';

type NamedClause = CompiledSearch['reasons'][number];

/** With more words than this, matches do not list each of them. */
const mostReasons = 60;

/**
 * Compiles a search for the worker: its query, the named clauses that explain a match, and its highlights.
 *
 * @param language  of labels
 * @throws {InvalidQuery}
 */
export const compileSearch = (
  params: SearchParams,
  language: string,
  authorities: Authorities,
): CompiledSearch => {
  const understood = understand(params, forAnyLanguage(authorities));
  return {
    clause: queryOf(
      null,
      [understood.text, ...understood.filters.map(({ clause }) => clause)].filter(
        (clause) => clause !== null,
      ),
    ),
    reasons: [
      ...wordReasons(understood, authorities),
      ...personReasons(understood, language, authorities),
      ...translationReasons(understood, language, authorities),
      ...understood.filters.flatMap((filter) => filterReasons(filter, params, language, authorities)),
    ].slice(0, mostReasons),
    highlight:
      understood.highlights && understood.ranks ? { ...buildHighlight(understood.highlights) } : null,
  };
};

/** All languages, because the archive may get new ones while a search is saved. */
const forAnyLanguage = ({ across, ...authorities }: Authorities): Authorities =>
  across ? { ...authorities, across: { lexicon: across.lexicon, indexOf: across.indexOf } } : authorities;

/** Each word, phrase or name that the query requires or allows; exclusions cannot explain a match. */
const wordReasons = (understood: Understanding, authorities: Authorities): readonly NamedClause[] =>
  understood.query === null
    ? []
    : [...wantedParts(understood.query)].map((node) => {
        const value = printQuery(node);
        return {
          parameter: 'q',
          value,
          label: value,
          clause: translateNode(node, { ...understood.params, expand: 'none' }, authorities),
        };
      });

function* wantedParts(node: QueryNode): Generator<QueryNode> {
  if (node.kind === 'not') return;
  if (node.kind === 'and' || node.kind === 'or' || node.kind === 'sequence')
    for (const operand of node.operands) yield* wantedParts(operand);
  else yield node;
}

/** A person named by free words is also found in languages that write the name differently. */
const personReasons = (
  { named }: Understanding,
  language: string,
  authorities: Authorities,
): readonly NamedClause[] =>
  named.map(({ text, id }) => ({
    parameter: 'q',
    value: text,
    label: labelOf('person', id, language, authorities),
    clause: { term: { people: id } },
  }));

/** What the query's own words do not find, its translation does. */
const translationReasons = (
  { across, query, params }: Understanding,
  language: string,
  authorities: Authorities,
): readonly NamedClause[] => {
  if (!across || !query) return [];
  const byWords = translateNode(query, params, authorities);
  return across.languages.map((part, at) => ({
    parameter: 'translate',
    value: part.language,
    label: interfaceIn(language).search.translated(languageName(part.language, language)),
    clause: { bool: { filter: [{ term: { _index: across.indices[at] } }], must_not: [byWords] } },
  }));
};

const filterReasons = (
  { facet, values, clause }: Filter,
  params: SearchParams,
  language: string,
  authorities: Authorities,
): readonly NamedClause[] => {
  if (facet === 'date') {
    const span = `${params['from-date'] ?? ''}..${params['to-date'] ?? ''}`;
    return [{ parameter: 'date', value: span, label: span, clause }];
  }
  if (facet === 'story' || facet === 'collection')
    return [{ parameter: facet, value: values.join(), label: values.join(), clause }];
  return values.map((value) => ({
    parameter: facet,
    value,
    label: facet === 'lang' ? languageName(value, language) : labelOf(facet, value, language, authorities),
    clause: facet === 'lang' ? languageClause(value) : one(nameFacet(facet).field, value),
  }));
};

const one = (field: string, value: string): Clause => ({ term: { [field]: value } });
