type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Paths at which the server's settings differ from the required ones. The server returns settings as text and leaves
 * out empty ones and defaults; additional settings are ignored.
 */
export const missingParts = (
  wanted: unknown,
  stored: unknown,
  path: readonly string[] = [],
): readonly string[] => {
  if (isTree(wanted))
    return Object.entries(wanted).flatMap(([key, value]) =>
      missingParts(value, isTree(stored) ? stored[key] : undefined, [...path, key]),
    );
  const isSame = stored === undefined ? isDefault(path.at(-1), wanted) : asText(wanted) === asText(stored);
  return isSame ? [] : [path.join('.')];
};

const asText = (value: unknown): string => JSON.stringify([value].flat().map(String));

/** Values that Elasticsearch does not return. */
const isDefault = (key: string | undefined, value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) ||
  (key === 'type' && (value === 'object' || value === 'custom')) ||
  (key === 'search_analyzer' && value === 'text');
