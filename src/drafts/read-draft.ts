import type { ReadObservation, Span } from '../contract/index.ts'
import { writingOf } from '../lex/lex-block.ts'
import { type Accounted, observe } from '../observe/observe.ts'
import { LexedCells } from '../observe/table/lexed-cells.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { tablesOf } from '../table/tables.ts'
import { draftDocument } from './draft-document.ts'
import type { PlaceDraft } from './place-draft.ts'

/** What rules make of the marked number of a draft. */
export interface DraftReading {
  /** The statistics that it is part of: one, or several where the mark reaches over several numbers. */
  readonly observations: readonly ReadObservation[]
  /** What accounts for it otherwise; null where nothing does. */
  readonly account: Accounted | null
}

/** Reads the marked number of a draft as the machine reads numbers of documents, against what the draft says of its document. */
export const readDraft = (draft: PlaceDraft, rules: RuleSet): DraftReading => {
  const { source, blocks, header, time, mark } = draftDocument(draft)
  const { numbers, marksLost, names } = draft.document
  const writing = { convention: numbers, damaged: marksLost, names: writingOf(names.join('.\n'), rules).names }
  const cells = new LexedCells(rules, writing)
  const tables = tablesOf(source, blocks, rules.tableWords, text => cells.unit(text) !== null)
  const { observations, accounted } = observe(source, blocks, header, tables, cells, undefined, time)
  return {
    observations: observations.filter(o => meet(o.evidence, mark)),
    account: accounted.find(a => meet(a, mark)) ?? null,
  }
}

const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
