import type { ExpectationKind } from '../../../domain/expectation.ts';

/** What a query should have had, each in words that follow "Expected:"; `{}` stands for the value of the case. */
export type ExpectedWords = Readonly<Record<ExpectationKind, string>>;
