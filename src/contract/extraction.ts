import { z } from 'zod'
import { DocumentInfo } from './document.ts'
import { Flag } from './flag.ts'
import { Message } from './message.ts'
import { Numerals } from './numerals.ts'
import { Observation } from './observation.ts'
import { OutlineNode } from './outline.ts'
import { ScannedWord } from './place.ts'
import { Repair } from './repair.ts'
import { Table } from './table.ts'

/** Everything that was read out of one document: what `trichluc extract` prints and `GET …/extraction` answers. */
export const Extraction = z.object({
  document: DocumentInfo,
  /** As read: every offset points into it. */
  text: z.string(),
  /** What stands for what in the text as read, in its order; with all of them made it is readable Unicode. */
  repairs: z.array(Repair),
  outline: z.array(OutlineNode),
  tables: z.array(Table),
  observations: z.array(Observation),
  flags: z.array(Flag),
  numerals: Numerals,
  messages: z.array(Message),
  /** All words that were read from images of pages, in the order of the text; absent where none were. */
  words: z.array(ScannedWord).optional(),
  engine: z.object({ version: z.string(), rules: z.string() }),
})
export type Extraction = z.infer<typeof Extraction>
