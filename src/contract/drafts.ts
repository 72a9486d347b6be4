import { z } from 'zod'
import { Reviewer } from './reviewer.ts'

/** Asks for an example of a record that a reviewer has settled. */
export const DraftRequest = z.strictObject({ who: Reviewer, record: z.string().max(200) })
export type DraftRequest = z.infer<typeof DraftRequest>

/** An example that was written for authors of rules. */
export const DraftWritten = z.object({
  path: z.string().describe('The file, as the server names it.'),
  yaml: z.string().describe('What it says.'),
  rules: z.array(z.string()).describe('The rules that misread it; none where no rule did.'),
})
export type DraftWritten = z.infer<typeof DraftWritten>
