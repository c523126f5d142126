import { type Client, errors } from '@elastic/elasticsearch';
import { languages } from '../../languages/index.ts';
import type { LanguageProfile } from '../../languages/profile.ts';
import { type Check, fault } from './finding.ts';

type Tokenizer = string | Readonly<Record<string, unknown>>;

interface Use {
  readonly tokenizer: Tokenizer;
  readonly codes: string[];
}

/** Checks that the server has the tokenizers of every language; those of East Asia are plugins. */
export const analyzersCheck: Check = {
  name: 'analyzers',
  needs: ['elasticsearch'],
  look: async ({ client }) => {
    const missing: Use[] = [];
    for (const use of collectUses()) if (!(await isKnown(client, use.tokenizer))) missing.push(use);
    return missing.map(({ tokenizer, codes }) =>
      fault(
        `the tokenizer ${nameOf(tokenizer)}, or icu_folding after it, is missing; needed by ${codes.join(' ')}`,
        'install the plugins analysis-icu, -smartcn, -kuromoji and -nori on every node and restart it',
      ),
    );
  },
};

const isKnown = async (client: Client, tokenizer: Tokenizer): Promise<boolean> => {
  const body = { tokenizer, filter: ['icu_folding'], text: 'a' };
  try {
    await client.transport.request({ method: 'POST', path: '/_analyze', body });
    return true;
  } catch (error) {
    if (error instanceof errors.ResponseError && error.statusCode === 400) return false;
    throw error;
  }
};

/** Every tokenizer once, with the languages that use it. */
const collectUses = (): readonly Use[] => {
  const found = new Map<string, Use>();
  for (const profile of languages)
    for (const tokenizer of tokenizersOf(profile)) {
      const key = JSON.stringify(tokenizer);
      const use = found.get(key) ?? { tokenizer, codes: [] };
      if (!use.codes.includes(profile.code)) use.codes.push(profile.code);
      found.set(key, use);
    }
  return [...found.values()];
};

const tokenizersOf = ({ analysis }: LanguageProfile): readonly Tokenizer[] =>
  [analysis.text, analysis.textSearch, analysis.exact, analysis.bigram].flatMap((analyzer) =>
    analyzer ? [analysis.tokenizers?.[analyzer.tokenizer] ?? analyzer.tokenizer] : [],
  );

const nameOf = (tokenizer: Tokenizer): string =>
  typeof tokenizer === 'string' ? tokenizer : String(tokenizer.type);
