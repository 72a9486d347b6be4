import type { Generated, Selectable, Updateable } from 'kysely'
import type { AreaLevel, DecisionKind, DocumentKind, ExplainedAttribute, Origin } from '../../contract/index.ts'
import type { Verdict } from '../../review/verdicts.ts'
import type { BackfillState } from './backfill-states.ts'

/** `received` (safe, waits) → `reading` → `done`, `partial` (some part of it was lost) or `failed`. */
export const DOCUMENT_STATES = ['received', 'reading', 'done', 'partial', 'failed'] as const
export type DocumentState = (typeof DOCUMENT_STATES)[number]

export type Queued = 'waiting' | 'taken'

/** What is read first: what somebody waits for, then what a backfill brings in, then what is read anew. */
export const PRIORITY = { upload: 0, backfill: 1, again: 2 } as const
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY]

export const PROCESS_KINDS = ['server', 'worker', 'command'] as const
export type ProcessKind = (typeof PROCESS_KINDS)[number]

export interface DocumentTable {
  id: string
  /** Of the original's bytes, lower case hex; its address in the folder of originals. */
  sha256: string
  name: string
  bytes: number
  state: DocumentState
  /**
   * Its place in the queue: `waiting` for a reader, `taken` by one, null when nothing is to be done. Apart from the state, since
   * a document that is read anew goes on showing what was read before.
   */
  queued: Queued | null
  /** The lowest is read first; see `PRIORITY`. */
  priority: number
  /** The process that has taken it. */
  reader: string | null
  /** Made anew each time it is taken: a result counts only under the claim that it was read for. */
  claim: string | null
  /** How often reading was begun, so that a document which ends the process is not taken up for ever. */
  attempts: number
  /** How many of them ended with the process, which mostly something else has ended: they say little of the document. */
  orphaned: number
  /** How many of how many pages were read so far, while it is read page by page; null else. */
  reading_page: number | null
  reading_pages: number | null
  /** ISO 8601 with milliseconds, UTC: its order as text is its order in time. */
  received: string
  read: string | null
  /** JSON of a `Problem`, for `failed`. */
  problem: string | null
  /** The extraction that is shown. */
  extraction: string | null
  media_type: string | null
  kind: DocumentKind | null
  number: string | null
  title: string | null
  issuer_name: string | null
  issuer_level: AreaLevel | null
  area_code: string | null
  area_name: string | null
  area_level: AreaLevel | null
  issued: string | null
  plans: string | null
  year: number | null
  pages: number | null
  observations: number | null
  /** Flags that are open: once somebody has decided, with the figures as they are then. */
  flag_errors: number | null
  flag_warnings: number | null
  flag_notes: number | null
  engine: string | null
  rules: string | null
  /** Name, number, title and issuer, folded: what a search looks in. */
  search: string
  /** Decisions on it. */
  decided: Generated<number>
  /** Records with those that reviewers added; flags of severity error and warning that are open, and records that are doubtful and that nobody has settled. */
  records: number | null
  open_errors: number | null
  /** Of the open errors those with a figure that nobody has settled. */
  unsettled_errors: number | null
  open_warnings: number | null
  open_doubtful: number | null
  /** Settled records of which the machine says something else since, or whose place is gone. */
  open_changed: Generated<number>
  /** Records of the random sample that nobody has settled. */
  open_sample: number | null
  /** See `layoutOf`. */
  layout: string | null
  /** Records that reviewers have settled; of those that were picked at random, all and those that were wrong (see `sampleOutcome`). */
  settled: Generated<number>
  sample_settled: Generated<number>
  sample_wrong: Generated<number>
  /** The version of the records that the counts above are of; null: that of the machine alone, or not counted since. */
  reviewed: string | null
}

/** Texts as read, once for all extractions that share them, under the hash of their UTF-16 units (little-endian). */
export interface TextTable {
  sha256: string
  /** See `packText`. */
  packed: Uint8Array
}

/** One result for each original × rule set × engine version. */
export interface ExtractionTable {
  id: string
  original: string
  rules: string
  /** Its version; see `engineOfKept` for those that are no longer shown. */
  engine: string
  text: string
  /** JSON of the extraction without its text; see `packJson`. */
  packed: Uint8Array
  created: string
}

/** A process that works on the archive. */
export interface ProcessTable {
  id: string
  kind: ProcessKind
  host: string
  pid: number
  started: string
  /** When it was last heard of: milliseconds since 1970 by the database's clock. */
  seen: number
}

/** The original of a hash, where originals are kept in the database. */
export interface OriginalTable {
  sha256: string
  /** The upload whose chunks are its bytes. */
  upload: string
  bytes: number
}

/** Where originals lie; see `holdToPlace`. One row, once a process has opened the archive. */
export interface OriginalsPlaceTable {
  id: string
}

export interface OriginalChunkTable {
  upload: string
  /** From 0. */
  ordinal: number
  /** Milliseconds since 1970 by the database's clock. */
  received: number
  bytes: Uint8Array
}

/** A run that takes many files into the archive. */
export interface BackfillTable {
  id: string
  /** JSON: what was named. */
  sources: string
  state: BackfillState
  created: string
  finished: string | null
  /** The process that lists and stores its files. */
  holder: string | null
}

export const BACKFILL_ITEM_STATES = ['listed', 'stored', 'known', 'skipped', 'refused'] as const
export type BackfillItemState = (typeof BACKFILL_ITEM_STATES)[number]

/** One file of a backfill. What became of its reading stands in its document. */
export interface BackfillItemTable {
  backfill: string
  /** From 0, in the order in which files were found. */
  ordinal: number
  path: string
  state: BackfillItemState
  bytes: number | null
  document: string | null
  /** JSON of a `Problem`: why it was refused. */
  problem: string | null
}

/** What the files of a rule set meant: an extraction names its rule set by the digest. */
export interface RuleSetTable {
  digest: string
  /** JSON of `FileMeanings`. */
  meanings: string
}

/**
 * `all`: whatever another rule set or engine had read; `changed`: of that only what the change can affect; `everything`: whatever was
 * read, also by the present ones (after a change of the OCR engine, or damage).
 */
export const REEXTRACTION_SCOPES = ['all', 'changed', 'everything'] as const
export type ReextractionScope = (typeof REEXTRACTION_SCOPES)[number]

/** A run that reads documents anew. */
export interface ReextractionTable {
  id: string
  created: string
  /** By which engine and rule set they are to be read. */
  engine: string
  rules: string
  scope: ReextractionScope
  /** When all its documents were listed; null before. */
  listed: string | null
  /** Documents that the change cannot affect, which keep their extraction. */
  untouched: number
  /** JSON of an `Impact`; null until all documents are settled and it was reckoned. */
  impact: string | null
}

/** `waiting` to be read; `read`, or only `judged` anew; `failed`: it keeps the extraction that it had. */
export const REEXTRACTION_ITEM_STATES = ['waiting', 'read', 'judged', 'failed'] as const
export type ReextractionItemState = (typeof REEXTRACTION_ITEM_STATES)[number]

/** One document of such a run. */
export interface ReextractionItemTable {
  reextraction: string
  document: string
  state: ReextractionItemState
  /** Its extraction before and after. */
  before: string
  after: string | null
  /** JSON of a `Problem`: why it could not be read anew. */
  problem: string | null
}

/** A decision of a reviewer. Rows are only ever added. */
export interface DecisionTable {
  id: string
  document: string
  /** From 1, without a gap: which decision on the document it is. */
  version: number
  kind: DecisionKind
  who: string
  made: string
  /** The text as read that it was made on. */
  text: string
  /** JSON of a `Decision`. */
  body: string
}

/** How often decisions that hold confirm, correct and reject what was read by a source; see `Source`, with empty texts for null. */
export interface AgreementTable {
  attribute: ExplainedAttribute | 'number'
  origin: Origin | ''
  rule: string
  confirmed: number
  corrected: number
  rejected: number
}

/** A decision that holds and says that the machine misread an attribute of a record, or missed it. */
export interface MisreadingTable {
  document: string
  /** Of the decision. */
  version: number
  attribute: AgreementTable['attribute']
  origin: AgreementTable['origin']
  rule: string
  verdict: Exclude<Verdict, 'confirmed'>
}

/** A document that a reviewer has to himself. Times are milliseconds since 1970 by the database's clock. */
export interface AssignmentTable {
  document: string
  who: string
  since: number
  until: number
  /** For how many milliseconds it was asked for last. */
  duration: number
}

export interface Tables {
  documents: DocumentTable
  texts: TextTable
  extractions: ExtractionTable
  processes: ProcessTable
  originals: OriginalTable
  original_chunks: OriginalChunkTable
  originals_place: OriginalsPlaceTable
  backfills: BackfillTable
  backfill_items: BackfillItemTable
  rule_sets: RuleSetTable
  reextractions: ReextractionTable
  reextraction_items: ReextractionItemTable
  decisions: DecisionTable
  rule_agreement: AgreementTable
  misreadings: MisreadingTable
  assignments: AssignmentTable
}

export type DocumentRow = Selectable<DocumentTable>
export type DocumentUpdate = Updateable<DocumentTable>
