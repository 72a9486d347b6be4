import { z } from 'zod'
import { AreaLevel, Period } from './codes.ts'
import { Area } from './observation.ts'
import { Span } from './place.ts'

/** How the bytes were turned into text. */
export const ReadBy = z.enum(['text', 'pdf-text', 'ocr', 'docx', 'doc', 'spreadsheet', 'html'])
export type ReadBy = z.infer<typeof ReadBy>

export const Encoding = z.enum(['unicode', 'tcvn3', 'vni', 'viscii', 'vps', 'viqr', 'mixed'])
export type Encoding = z.infer<typeof Encoding>

/** Types of administrative documents (Nghị định 30/2020/NĐ-CP, annex III, and the legal acts). */
export const DocumentKind = z.enum([
  'plan',
  'report',
  'decision',
  'resolution',
  'programme',
  'scheme',
  'directive',
  'decree',
  'circular',
  'conclusion',
  'submission',
  'notice',
  'guidance',
  'official_letter',
  'law',
  'other',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** A date as exact as the document gives it: `2019-09-12`, `2023-09` where the day was left blank, `2023`. */
export const PartialDate = z.string().regex(/^\d{4}(-\d\d){0,2}$/)
export type PartialDate = z.infer<typeof PartialDate>

/** Another document that this one names. */
export const Reference = Span.extend({
  kind: z.string().nullable(),
  number: z.string(),
  date: PartialDate.nullable(),
  issuer: z.string().nullable(),
})
export type Reference = z.infer<typeof Reference>

/** Header fields (thể thức văn bản), each null where the document leaves it out. */
export const DocumentHeader = z.object({
  kind: DocumentKind,
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  issuer: z.object({ name: z.string(), level: AreaLevel }).nullable(),
  area: Area.nullable(),
  place: z.string().nullable(),
  issued: PartialDate.nullable(),
  title: z.string().nullable(),
  reports: Period.nullable(),
  plans: Period.nullable(),
  signer: z
    .object({ name: z.string().nullable(), title: z.string().nullable(), capacity: z.string().nullable() })
    .nullable(),
  recipients: z.array(z.string()),
  references: z.array(Reference),
})
export type DocumentHeader = z.infer<typeof DocumentHeader>

export const DocumentInfo = DocumentHeader.extend({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().min(0),
  pages: z.number().int().min(1).nullable(),
  readBy: ReadBy,
  /** How each page was read, where they differ; the first page comes first. */
  readByPage: z.array(ReadBy).optional(),
  encoding: Encoding,
})
export type DocumentInfo = z.infer<typeof DocumentInfo>
