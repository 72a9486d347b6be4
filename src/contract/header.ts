import { z } from 'zod'
import { DocumentHeader } from './document.ts'
import { Name, words } from './words.ts'

/** The fields of a header that a reviewer can correct: all but the references, which are places of the text. */
export const HeaderFields = DocumentHeader.omit({ references: true }).partial()
export type HeaderFields = z.infer<typeof HeaderFields>

export const HeaderField = HeaderFields.keyof()
export type HeaderField = z.infer<typeof HeaderField>

export const HEADER_FIELDS = HeaderField.options

const { kind, area, issuer, issued, reports, plans } = DocumentHeader.shape

/** A correction of header fields: what is not named stays; null where the document leaves a field out. */
export const HeaderChanges = z
  .strictObject({
    kind,
    number: words(100).nullable(),
    symbol: words(100).nullable(),
    issuer: issuer.unwrap().extend({ name: Name }).strict().nullable(),
    area: area.unwrap().extend({ name: Name }).strict().nullable(),
    place: words(200).nullable(),
    issued,
    title: words(2000).nullable(),
    reports,
    plans,
    signer: z
      .strictObject({ name: Name.nullable(), title: Name.nullable(), capacity: Name.nullable() })
      .refine(signer => Object.values(signer).some(part => part !== null), 'names nobody')
      .nullable(),
    recipients: z.array(words(500)).max(200),
  })
  .partial()
  .refine(changes => Object.keys(changes).length > 0, 'names no field')
export type HeaderChanges = z.infer<typeof HeaderChanges>

/** What a correction of header fields makes of them, and what it took the place of. */
export const SettledFields = z.object({
  settled: HeaderFields.describe('The fields that it settles; no other is touched.'),
  replaced: z.object({
    decisions: z.partialRecord(HeaderField, z.string()).describe('The decisions that held fields before it.'),
    fields: HeaderFields,
  }),
  machine: HeaderFields.describe('What the machine said of them then.'),
})
export type SettledFields = z.infer<typeof SettledFields>

/** A header field that a reviewer has settled, and by which decision. */
export const SettledField = z.object({
  decision: z.string(),
  who: z.string(),
  when: z.iso.datetime(),
  why: z.string().nullable(),
})
export type SettledField = z.infer<typeof SettledField>

/** The header of a document as it holds now: what the machine read, each field overlaid by the latest decision on it that stands. */
export const CurrentHeader = DocumentHeader.extend({
  settled: z
    .partialRecord(HeaderField, SettledField)
    .describe('The fields that a reviewer has settled; the others are the machine’s.'),
  machine: HeaderFields.describe('What the machine says of settled fields, where that is something else.'),
  since: z
    .array(HeaderField)
    .describe('Those of `machine` of which it said otherwise when the decision was made: look again.'),
})
export type CurrentHeader = z.infer<typeof CurrentHeader>
