import { z } from 'zod'
import {
  Area,
  DocumentKind,
  EXPLAINED,
  Observation,
  Origin,
  OutlineLevel,
  PartialDate,
  Period,
  Reviewer,
} from '../contract/index.ts'

const Text = z.string().min(1)

/** A cell of an excerpt; a bare text takes one row and one column. */
const Cell = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    rows: z.number().int().min(1).default(1),
    columns: z.number().int().min(1).default(1),
  }),
])

export type DraftCell = z.infer<typeof Cell>

/** One attribute that the machine read otherwise than it is right, and what it read it by; `number`: whether it is a statistic at all. */
export const Misread = z.strictObject({
  attribute: z.enum([...EXPLAINED, 'area', 'source', 'number']),
  read: z.unknown(),
  right: z.unknown(),
  from: Origin.nullable(),
  rule: z.string().nullable(),
})
export type Misread = z.infer<typeof Misread>

/** What a number states, as far as rules and their context give it. */
export const Expected = Observation.pick({
  indicator: true,
  subject: true,
  sector: true,
  measure: true,
  value: true,
  min: true,
  max: true,
  comparator: true,
  unit: true,
  per: true,
  period: true,
  status: true,
  area: true,
  source: true,
}).strict()
export type Expected = z.infer<typeof Expected>

export const NO_STATISTIC = 'no statistic'
export const STATISTIC = 'a statistic'

/** What the document says of itself, and a place of it is read against. */
const OfDocument = z.strictObject({
  kind: DocumentKind,
  title: z.string().nullable().default(null),
  issued: PartialDate.nullable().default(null),
  reports: Period.nullable().default(null),
  plans: Period.nullable().default(null),
  area: Area.nullable().default(null),
  /** The year that most of its periods name, where its title plans for none. */
  horizon: z.number().int().nullable().default(null),
  /** It gives a day of the year of issue for its figures. */
  dated: z.boolean().default(false),
  /** The day that it gives for most of them. */
  asOf: z.string().nullable().default(null),
  numbers: z.enum(['vietnamese', 'english']).default('vietnamese'),
  marksLost: z.boolean().default(false),
  /** Where it gives names to things: `tổ hợp tác sản xuất (THTSX)`. */
  names: z.array(Text).default([]),
})

/** What stands above a place: a heading, or an item or paragraph that leads over to it. */
const Above = z.strictObject({
  text: Text,
  level: OutlineLevel.nullable().default(null),
  leadIn: z.boolean().default(false),
})
export type Above = z.infer<typeof Above>

const Table = z.strictObject({ caption: z.array(Text), rows: z.array(z.array(Cell).min(1)).min(1) })

/** The part of a draft that stands for a place of a document. */
export interface Excerpt {
  readonly above: Above[]
  readonly example?: string | undefined
  readonly table?: z.infer<typeof Table> | undefined
}

export const cellText = (cell: DraftCell): string => (typeof cell === 'string' ? cell : cell.text)

const marksIn = ({ example, table }: Pick<Excerpt, 'example' | 'table'>): number =>
  [example ?? '', ...(table?.rows.flat().map(cellText) ?? [])].join('\n').match(/\[[^[\]\n]+\]/g)?.length ?? 0

/**
 * A place of a document with what it needs to be read alone, what is right there, and what the machine made of it. Its number stands
 * in square brackets, as in the examples of rules.
 */
export const Draft = z
  .strictObject({
    from: z.strictObject({
      document: Text,
      name: z.string(),
      number: z.string().nullable().default(null),
      record: Text,
      decision: Text,
      who: Reviewer,
      when: z.iso.datetime(),
      why: z.string().nullable().default(null),
      draftedBy: Reviewer,
    }),
    misread: z.array(Misread),
    document: OfDocument,
    /** Headings and lead-ins, the outermost first. */
    above: z.array(Above).default([]),
    example: Text.optional(),
    table: Table.optional(),
    expected: z.union([z.literal(NO_STATISTIC), Expected]),
  })
  .refine(d => (d.example === undefined) !== (d.table === undefined), 'needs either example or table')
  .refine(d => marksIn(d) === 1, 'mark the number with square brackets, once')
export type Draft = z.infer<typeof Draft>
