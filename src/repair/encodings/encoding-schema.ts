import { z } from 'zod'
import { Encoding } from '../../contract/index.ts'

const byte = z.string().regex(/^[0-9A-F]{2}$/)
const marks = z.string().min(1).max(2)

/** A file of `rules/document/encodings/`: one encoding from before Unicode. */
export const EncodingRules = z.strictObject({
  encoding: Encoding.exclude(['unicode', 'mixed']),
  /** Pattern of the names of its fonts, and of those of them that show small letters as capitals. */
  fonts: z.string().nullable(),
  capitalFonts: z.string().nullable(),
  /** Letter of each code, in hexadecimal. */
  bytes: z.record(byte, marks).optional(),
  /** Tone marks that follow their letter, by code. */
  marks: z.record(byte, z.string().length(1)).optional(),
  /** Letters that take several characters, as windows-1252 shows them. */
  sequences: z.record(z.string().min(1).max(3), marks).optional(),
  /** What other programs made of a code. */
  aliases: z.record(z.string().length(1), marks).optional(),
  /** Code pages (WHATWG names) by which programs read the bytes at times, in place of windows-1252. */
  misreadAs: z.array(z.string()).optional(),
  /** What became of the code of ư where it was taken for a hyphen. */
  horn: z.array(z.string().length(1)).optional(),
})
export type EncodingRules = z.infer<typeof EncodingRules>
