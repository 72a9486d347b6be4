import { z } from 'zod'

/** Words in one line as a person gives them: without blanks around them, control characters or halves of surrogate pairs. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** The name of an office, a place or a person. */
export const Name = words(300)
