import { z } from 'zod'

const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array)
const Affine = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]).readonly()
const Size = z.object({ width: z.number(), height: z.number() })
const Rule = z.object({ at: z.number(), from: z.number(), to: z.number() })
const Rules = z.object({ horizontal: z.array(Rule), vertical: z.array(Rule), crowded: z.boolean() })

/** The document whose pages a thread is to make ready. */
export const ThreadSource = z.object({ kind: z.enum(['pdf', 'image']), bytes, maxPixels: z.number() })
export type ThreadSource = z.infer<typeof ThreadSource>

/** A page that a thread is to make ready; see `PageImages.page`. */
export const ThreadJob = z.object({ number: z.number().int().min(1), minCoverage: z.number() })
export type ThreadJob = z.infer<typeof ThreadJob>

/** What a thread is told, in order: a document, its pages one by one, and that the document is done with. Pages are answered. */
export const ThreadOrder = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open'), source: ThreadSource }),
  z.object({ do: z.literal('page'), job: ThreadJob }),
  z.object({ do: z.literal('close') }),
])
export type ThreadOrder = z.infer<typeof ThreadOrder>

/** An image as it goes to the engine. */
export const ReadyImage = z.object({
  raster: z.object({
    data: bytes,
    width: z.number().int(),
    height: z.number().int(),
    channels: z.literal(1),
    dpi: z.number(),
  }),
  /** The share of its pixels that are dark. */
  ink: z.number(),
  /** How often paper turns to ink along its rows: a line of text does so some thousand times. */
  edges: z.number(),
  /** The cells on it where it is a sheet of them, from top to bottom; null where it is the page. See `cellSheets`. */
  cells: z
    .array(
      z.object({
        index: z.number().int(),
        line: z.number().int(),
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        toPage: z.tuple([z.number(), z.number()]).readonly(),
      }),
    )
    .nullable(),
})
export type ReadyImage = z.infer<typeof ReadyImage>

/** A page as it goes to the engine: two of them where two pages lie on one scan. */
export const ReadyPage = z.object({
  /** The page without its ruling lines and without the cells of its tables, then sheets of these cells. */
  images: z.array(ReadyImage).min(1),
  width: z.number().int(),
  height: z.number().int(),
  dpi: z.number(),
  /** From a pixel of the page to its place on the page as shown, points. */
  toPage: Affine,
  /** Ruling lines, in pixels of the page. */
  rules: Rules,
  steps: z.array(z.string()).readonly(),
})
export type ReadyPage = z.infer<typeof ReadyPage>

/** The page made ready, or why there is no image to read; see `NoImage`. */
export const ThreadReply = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ready'), size: Size, cutOff: z.boolean(), pages: z.array(ReadyPage) }),
  z.object({
    status: z.literal('none'),
    reason: z.enum(['empty', 'not-pictured', 'too-many-pixels', 'damaged']),
    size: Size.nullable(),
    detail: z.string(),
  }),
])
export type ThreadReply = z.infer<typeof ThreadReply>
