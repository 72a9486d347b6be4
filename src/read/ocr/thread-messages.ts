import { z } from 'zod'

const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array)
const Affine = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]).readonly()
const Size = z.object({ width: z.number(), height: z.number() })
const Rule = z.object({ at: z.number(), from: z.number(), to: z.number() })
const Rules = z.object({ horizontal: z.array(Rule), vertical: z.array(Rule), crowded: z.boolean() })

/** What a thread is started with. */
export const ThreadSource = z.object({ kind: z.enum(['pdf', 'image']), bytes, maxPixels: z.number() })
export type ThreadSource = z.infer<typeof ThreadSource>

/** A page that a thread is to make ready; see `PageImages.page`. */
export const ThreadJob = z.object({ number: z.number().int().min(1), minCoverage: z.number() })
export type ThreadJob = z.infer<typeof ThreadJob>

/** A page as it goes to the engine: two of them where two pages lie on one scan. */
export const ReadyPage = z.object({
  raster: z.object({
    data: bytes,
    width: z.number().int(),
    height: z.number().int(),
    channels: z.literal(1),
    dpi: z.number(),
  }),
  /** From a pixel of the raster to its place on the page as shown, points. */
  toPage: Affine,
  /** Ruling lines, in pixels of the raster. */
  rules: Rules,
  steps: z.array(z.string()).readonly(),
  /** The share of its pixels that are dark. */
  ink: z.number(),
  /** How often paper turns to ink along its rows: a line of text does so some thousand times. */
  edges: z.number(),
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
