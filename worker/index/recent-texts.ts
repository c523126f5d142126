import { bodyOf, type Candidate, type StoryQuestion } from './story-question.ts';

interface Known {
  readonly question: StoryQuestion;
  readonly story: string;
}

/** The index shows a document only after its next refresh; until then it is kept here. */
const mostTexts = 2000;
const mostCharacters = 16_000_000;

/** Texts that this process has just written, by the bands of their signatures. */
export const createRecentTexts = () => {
  const recent: Known[] = [];
  const byBand = new Map<string, Set<Known>>();
  let characters = 0;
  const forgetOldest = (): void => {
    const oldest = recent.shift();
    characters -= oldest?.question.json.length ?? 0;
    for (const band of oldest?.question.signature ?? []) {
      const bearers = byBand.get(band);
      if (oldest) bearers?.delete(oldest);
      if (bearers?.size === 0) byBand.delete(band);
    }
  };
  return {
    remember: (question: StoryQuestion, story: string): void => {
      const known = { question, story };
      recent.push(known);
      characters += question.json.length;
      for (const band of question.signature) byBand.set(band, (byBand.get(band) ?? new Set()).add(known));
      while (recent.length > mostTexts || (characters > mostCharacters && recent.length > 1)) forgetOldest();
    },
    /** Texts with a band in common, those with most in common first. */
    find: (question: StoryQuestion, isNear: (date: string | null) => boolean): readonly Candidate[] => {
      const shared = new Map<Known, number>();
      for (const band of question.signature)
        for (const known of byBand.get(band) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
      return [...shared]
        .filter(
          ([{ question: other }]) =>
            other.id !== question.id && other.language === question.language && isNear(other.date),
        )
        .sort(([, one], [, other]) => other - one)
        .map(([{ question: other, story }]) => ({
          story,
          signature: other.signature,
          get body(): string {
            return bodyOf(other.json);
          },
        }));
    },
  };
};
