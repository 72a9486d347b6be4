import { z } from 'zod'
import { REVIEW_STATES } from '../archive/review-condition.ts'
import {
  Area,
  AreaLevel,
  Assignment,
  Bilingual,
  ChangedSince,
  Decision,
  DocumentInfo,
  DocumentKind,
  Explanation,
  Extraction,
  OutlineNode,
  PartialDate,
  Period,
  Records,
  Reextraction,
} from '../contract/index.ts'
import { TOOL_NAMES } from '../tools/tools.ts'

/**
 * The shapes of every HTTP answer and question. The pages import their types from here; OpenAPI is generated from it.
 */

const count = z.number().int().min(0)

/** An error, RFC 9457. `title` and `detail` are in the language asked for, `titles`, `cause` and `cure` in both. */
export const ProblemDetails = z
  .object({
    type: z.string().describe('Names the kind of problem; the last part is `code`.'),
    title: z.string().describe('In the language asked for (`?lang=`, else `Accept-Language`, else Vietnamese).'),
    status: z.number().int().min(400).max(599),
    detail: z.string().describe('Cause and cure as one text, in the language asked for.'),
    instance: z.string().describe('The address that the problem is about.'),
    code: z.string().describe('The problem’s name in the catalogue; stable.'),
    titles: Bilingual,
    cause: Bilingual,
    cure: Bilingual,
    issues: z
      .array(z.object({ at: z.string(), message: z.string(), code: z.string().optional() }))
      .optional()
      .describe('Which parts of the request were not valid.'),
    changed: ChangedSince.optional().describe(
      'For `stale-version`: what has changed since the version that was named.',
    ),
    incident: z.string().optional().describe('For faults of the program: what to look for in the log.'),
  })
  .meta({
    id: 'Problem',
    description: 'An error (RFC 9457), with its cause and its cure.',
    examples: [
      {
        type: 'urn:trichluc:problem:too-large',
        title: 'Tệp quá lớn',
        status: 413,
        detail: 'Tệp lớn hơn giới hạn 52428800 byte. Chia nhỏ tệp, hoặc tăng TRICHLUC_MAX_BYTES trên máy chủ.',
        instance: '/v1/documents',
        code: 'too-large',
        titles: { vi: 'Tệp quá lớn', en: 'The file is too large' },
        cause: {
          vi: 'Tệp lớn hơn giới hạn 52428800 byte.',
          en: 'The file is larger than the limit of 52428800 bytes.',
        },
        cure: {
          vi: 'Chia nhỏ tệp, hoặc tăng TRICHLUC_MAX_BYTES trên máy chủ.',
          en: 'Split the file, or raise TRICHLUC_MAX_BYTES on the server.',
        },
      },
    ],
  })
export type ProblemDetails = z.infer<typeof ProblemDetails>

/** The pages of a scan. */
export const ScanPages = z.object({
  pages: z
    .array(z.object({ width: z.number(), height: z.number() }))
    .describe('The size of each page in points, the first page first: what the boxes of its records are measured in.'),
})
export type ScanPages = z.infer<typeof ScanPages>

/**
 * Where a document stands: `received` (safe, waits), `reading`, then `done`, `partial` (read, but some part of it was
 * lost: see the extraction's messages) or `failed` (see `problem`).
 */
export const DocumentState = z.enum(['received', 'reading', 'done', 'partial', 'failed']).meta({
  id: 'DocumentState',
  description: 'received → reading → done | partial | failed. The last three are final.',
})
export type DocumentState = z.infer<typeof DocumentState>

export const DocumentId = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{16}$/)
  .meta({ description: 'Derived from the content: the same bytes have the same id.', examples: ['5gq3w0k8r2m4t6vy'] })

/** One document of the archive: the same object in the list, after an upload and at its own address. */
export const ArchivedDocument = z
  .object({
    id: DocumentId,
    state: DocumentState,
    name: z.string().describe('The file name as it was uploaded first.'),
    sha256: z.string(),
    bytes: count,
    mediaType: z.string().nullable().describe('Told from the content; null until it was read.'),
    received: z.iso.datetime(),
    read: z.iso.datetime().nullable().describe('When reading ended.'),
    kind: DocumentKind.nullable(),
    number: z.string().nullable().describe('Số hiệu'),
    title: z.string().nullable().describe('Trích yếu'),
    issuer: z.object({ name: z.string(), level: AreaLevel }).nullable().describe('Cơ quan ban hành'),
    area: Area.nullable(),
    issued: PartialDate.nullable(),
    plans: Period.nullable(),
    year: z.number().int().nullable().describe('The first year it plans, else reports on, else that of its date.'),
    pages: z.number().int().nullable(),
    observations: count.nullable().describe('How many statistics were found; null until it was read.'),
    records: count
      .nullable()
      .describe('Records as they hold now, added and rejected ones among them; null until it was read.'),
    settled: count.nullable().describe('How many of the records reviewers have settled.'),
    flags: z
      .object({ error: count, warning: count, note: count })
      .nullable()
      .describe('Flags that are open; after a decision they are counted anew within seconds.'),
    engine: z.object({ version: z.string(), rules: z.string() }).nullable(),
    problem: ProblemDetails.nullable().describe('Why reading failed; null in all other states.'),
    reading: z
      .object({ page: count.describe('Pages that were read so far.'), pages: count })
      .nullable()
      .describe('How far reading is, told about once a second; null where nothing is read page by page now.'),
    assignment: Assignment.omit({ document: true }).nullable().describe('Who has it to himself to review it now.'),
  })
  .meta({
    id: 'Document',
    description: 'One document of the archive.',
    examples: [
      {
        id: '5gq3w0k8r2m4t6vy',
        state: 'done',
        name: 'kh-155.pdf',
        sha256: '2c7e03e0a25b48dd9a2c4a6f2b7d8f8f2e2c0d5d6a7f4c7e9b1a0c3d5e7f9a1b',
        bytes: 123456,
        mediaType: 'application/pdf',
        received: '2026-11-20T08:15:30.123Z',
        read: '2026-11-20T08:15:31.456Z',
        kind: 'plan',
        number: '155/KH-UBND',
        title: 'Phát triển kinh tế tập thể năm 2020 tỉnh Lạng Sơn',
        issuer: { name: 'Ủy ban nhân dân tỉnh Lạng Sơn', level: 'province' },
        area: { code: '20', name: 'Lạng Sơn', level: 'province' },
        issued: '2019-09-12',
        plans: '2020',
        year: 2020,
        pages: 12,
        observations: 148,
        records: 149,
        settled: 37,
        flags: { error: 1, warning: 2, note: 0 },
        engine: { version: '0.1.0', rules: '9f2c…' },
        problem: null,
        reading: null,
        assignment: { who: 'Lan', since: '2026-11-20T08:25:00.000Z', until: '2026-11-20T08:55:00.000Z' },
      },
    ],
  })
export type ArchivedDocument = z.infer<typeof ArchivedDocument>

/** What became of one uploaded file. */
export const UploadOutcome = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('stored'), file: z.string(), document: ArchivedDocument }),
    z.object({ outcome: z.literal('known'), file: z.string(), document: ArchivedDocument }),
    z.object({ outcome: z.literal('refused'), file: z.string(), problem: ProblemDetails }),
  ])
  .meta({
    id: 'UploadOutcome',
    description:
      '`stored`: new in the archive. `known`: the same bytes were there already, under this id. `refused`: not stored, see the problem. `file` is the name that was sent.',
  })
export type UploadOutcome = z.infer<typeof UploadOutcome>

/**
 * Answer of `POST /v1/documents` and `POST /v1/samples`, for one file or many: 201 when at least one was stored, 200 when
 * all that were taken were known. When every file was refused, the answer is the first file's problem in place of this.
 */
export const UploadAnswer = z.object({ documents: z.array(UploadOutcome) }).meta({ id: 'UploadAnswer' })
export type UploadAnswer = z.infer<typeof UploadAnswer>

/** Query of `GET /v1/documents`. Text from an address, so numbers are coerced. */
export const ListQuery = z.strictObject({
  q: z.string().max(200).optional().describe('Words of name, number, title or issuer; marks and case do not matter.'),
  state: DocumentState.optional(),
  area: z.string().max(100).optional().describe('Code of a province or district, else its name.'),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  kind: DocumentKind.optional(),
  issuer: z.string().max(500).optional().describe('Name of the issuer, whole, as the list gives it.'),
  review: z
    .enum(REVIEW_STATES)
    .optional()
    .describe('Of how many of its records reviewers have settled: `none`, `some` or `all`.'),
  flagged: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: only with contradictions (flags); false: only without.'),
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  lang: z.string().max(35).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>

/** One page of the archive, newest first. `total` counts all pages under the same filters. */
export const DocumentPage = z
  .object({
    documents: z.array(ArchivedDocument),
    next: z.string().nullable().describe('Cursor of the next page; null on the last.'),
    total: count,
  })
  .meta({ id: 'DocumentPage' })
export type DocumentPage = z.infer<typeof DocumentPage>

/** Answer of `GET /v1/facets`: the values that the filters can take, with how many documents each has. */
export const Facets = z
  .object({
    documents: count,
    states: z.array(z.object({ state: DocumentState, documents: count })),
    areas: z.array(Area.extend({ documents: count })),
    years: z.array(z.object({ year: z.number().int(), documents: count })),
    kinds: z.array(z.object({ kind: DocumentKind, documents: count })),
    issuers: z
      .array(z.object({ issuer: z.string(), documents: count }))
      .describe('Those with most documents, at most 300.'),
    reviews: z.array(z.object({ review: z.enum(REVIEW_STATES), documents: count })),
  })
  .meta({ id: 'Facets' })
export type Facets = z.infer<typeof Facets>

/** A document that is shipped with the product, to try it on. `document` is its id once it was loaded. */
export const Sample = z
  .object({ name: z.string(), title: z.string(), bytes: count, document: DocumentId.nullable() })
  .meta({ id: 'Sample' })
export type Sample = z.infer<typeof Sample>

/** Answer of `GET /v1/samples`. `POST /v1/samples` loads all of them and answers an `UploadAnswer`. */
export const SampleList = z.object({ samples: z.array(Sample) }).meta({ id: 'SampleList' })
export type SampleList = z.infer<typeof SampleList>

export const Health = z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' })
export type Health = z.infer<typeof Health>

/** Answer of `GET /readyz`: 200 when every check is ok, else 503. Optional programs that are missing change nothing in it. */
export const Readiness = z
  .object({
    status: z.enum(['ready', 'not-ready']),
    checks: z.array(
      z.object({ name: z.enum(['database', 'originals', 'rules']), ok: z.boolean(), detail: z.string().nullable() }),
    ),
    tools: z
      .array(z.object({ name: z.enum(TOOL_NAMES), found: z.boolean(), version: z.string().nullable() }))
      .describe('Optional programs; `trichluc doctor` says what each is for and which package holds it.'),
  })
  .meta({ id: 'Readiness' })
export type Readiness = z.infer<typeof Readiness>

z.globalRegistry.add(Explanation, { id: 'Explanation' })
z.globalRegistry.add(Extraction, { id: 'Extraction' })
z.globalRegistry.add(DocumentInfo, { id: 'DocumentInfo' })
z.globalRegistry.add(Reextraction, { id: 'Reextraction' })
z.globalRegistry.add(Decision, { id: 'Decision' })
z.globalRegistry.add(Records, { id: 'Records' })
z.globalRegistry.add(OutlineNode, { id: 'OutlineNode' })
