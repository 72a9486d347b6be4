import { z } from 'zod'

/** Levels of an administrative document's outline, highest first. `article` is Điều, `letter` is a), `dash` -, `plus` +. */
export const OutlineLevel = z.enum([
  'annex',
  'part',
  'chapter',
  'article',
  'capital',
  'roman',
  'arabic',
  'decimal',
  'letter',
  'dash',
  'plus',
])
export type OutlineLevel = z.infer<typeof OutlineLevel>

export interface OutlineNode {
  level: OutlineLevel
  label: string
  title: string
  /** Span of the heading itself, in UTF-16 offsets into the text as read. */
  start: number
  end: number
  children: OutlineNode[]
}

export const OutlineNode: z.ZodType<OutlineNode> = z.object({
  level: OutlineLevel,
  label: z.string(),
  title: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  get children() {
    return z.array(OutlineNode)
  },
})
