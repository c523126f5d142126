import { z } from 'zod';
import { RejectedArticle } from '../../domain/errors.ts';

/** @throws {RejectedArticle} `malformed` if it is not JSON, or not of this shape */
export const parseJson = <Shape extends z.ZodType>(
  name: string,
  text: string,
  shape: Shape,
): z.output<Shape> => {
  try {
    return shape.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new RejectedArticle('malformed', `${name}: ${detail.slice(0, 300)}`, { cause });
  }
};
