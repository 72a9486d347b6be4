import { z } from 'zod'
import { reviewerName } from './reviewer-name.ts'

/** Who decides. Names that are written alike are one person's. */
export const Reviewer = z
  .string()
  .trim()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)
  .overwrite(reviewerName)
  .max(100)
  .describe(
    'The reviewer’s name, at most 100 characters. It is kept with its letters composed (NFC) and with single blanks.',
  )
