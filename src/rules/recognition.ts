import { z } from 'zod'
import { onCurve } from './precision.ts'

const Share = z.number().min(0).max(1)

/** What `rules/recognition.yaml` says of text that was read from images. */
export const RecognitionFile = z.strictObject({
  /** The engine's confidence in a word with a number → how often its digits were right; rising. */
  numbers: z.array(z.tuple([Share, Share])).min(1),
})
export type Recognition = z.infer<typeof RecognitionFile>

export const RECOGNITION = 'recognition.yaml'

/**
 * How likely a number was read right from its image, 0 to 1; 1 for text that no engine had to read.
 * @param recognised the engine's confidence in the least sure of its words, 0 to 1; null where the text was not read from an image
 */
export const legibility = (recognised: number | null, { numbers }: Recognition): number =>
  recognised === null ? 1 : onCurve(numbers, recognised)
