import { withChecksumParts } from '../../domain/checksum-parts.ts';
import type { ArticleDocument } from '../../domain/document.ts';
import { documentVersion } from '../../domain/versions.ts';
import type { IndexNames } from '../../mappings/names.ts';
import type { BulkOperation } from '../../platform/bulk.ts';

/** Writes a search document, unless a newer one is there. */
export const documentOperation = (
  names: IndexNames,
  { id, revision, language, json }: { id: string; revision: number; language: string; json: string },
): BulkOperation => ({
  action: indexAction(names.articlesOf(language), id, revision),
  document: withChecksumParts(id, revision, json),
  beside: { language, action: () => indexAction(names.buildingOf(language), id, revision) },
});

const indexAction = (_index: string, _id: string, revision: number): string => {
  const version = documentVersion(revision);
  return JSON.stringify({
    index: { _index, _id, version, version_type: 'external_gte', require_alias: true },
  });
};

export const tombstoneOperation = (names: IndexNames, tombstone: ArticleDocument): BulkOperation =>
  documentOperation(names, { ...tombstone, json: JSON.stringify(tombstone) });

export const forgetFailureOperation = (
  { failures }: IndexNames,
  id: string,
  version: number,
): BulkOperation => ({
  action: JSON.stringify({ delete: { _index: failures, _id: id, version, version_type: 'external_gte' } }),
});

/** Why an article is not in the index. */
export interface Failure {
  readonly id: string;
  readonly revision: number;
  readonly step: string;
  readonly reason: string;
  readonly detail: string;
  readonly trace: string | null;
}

export const failureOperation = (names: IndexNames, failure: Failure): BulkOperation => ({
  action: JSON.stringify({
    index: {
      _index: names.failures,
      _id: failure.id,
      version: failure.revision,
      version_type: 'external_gte',
    },
  }),
  document: JSON.stringify({ ...failure, at: new Date().toISOString() }),
});
