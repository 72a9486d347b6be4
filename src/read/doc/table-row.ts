import { type Sprm, sprmsOf } from './sprms.ts'

/** What a paragraph's properties say of tables. */
export interface ParagraphPlace {
  readonly style: number
  readonly inTable: boolean
  /** The paragraph is the mark that ends a row. */
  readonly endsRow: boolean
  /** The cells of the row, where it ends one and tells. */
  readonly cells: readonly CellDefinition[] | null
}

export interface CellDefinition {
  /** Edges in twips (1/1440 inch). */
  readonly left: number
  readonly right: number
  /** The cell goes on one from the row above, or from the left. */
  readonly continues: 'above' | 'left' | null
}

const IN_TABLE = 0x2416
const ENDS_ROW = 0x2417
const DEFINE_TABLE = 0xd608
/** The properties stand in the data stream. */
const ELSEWHERE = new Set([0x6645, 0x6646])

const CELL_LENGTH = 20
const MERGED_LEFT = 0x02
const MERGED_ABOVE = 0x20
const MERGE_BEGINS = 0x40

/** @param properties a style's number and a group of properties (`GrpPrlAndIstd`) */
export function paragraphPlace(properties: Buffer, data: Buffer): ParagraphPlace {
  let inTable = false
  let endsRow = false
  let cells: CellDefinition[] | null = null
  for (const { code, operand } of allSprms(properties.subarray(2), data)) {
    if (code === IN_TABLE) inTable = operand[0] === 1
    else if (code === ENDS_ROW) endsRow = operand[0] === 1
    else if (code === DEFINE_TABLE) cells = cellDefinitions(operand)
  }
  return { style: properties.length < 2 ? 0 : properties.readUInt16LE(0), inTable, endsRow, cells }
}

function* allSprms(group: Buffer, data: Buffer): Generator<Sprm> {
  for (const sprm of sprmsOf(group)) {
    if (!ELSEWHERE.has(sprm.code)) yield sprm
    else {
      const at = sprm.operand.readUInt32LE(0)
      if (at + 2 <= data.length) yield* sprmsOf(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)))
    }
  }
}

/** `TDefTableOperand` ([MS-DOC] 2.9.310): the edges of the cells, then what is merged. */
function cellDefinitions(operand: Buffer): CellDefinition[] {
  const count = operand[2] ?? 0
  const edges = 3
  const flags = edges + 2 * (count + 1)
  if (flags > operand.length) return []
  return Array.from({ length: count }, (_, i) => {
    const at = flags + i * CELL_LENGTH
    const merged = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0
    return {
      left: operand.readInt16LE(edges + 2 * i),
      right: operand.readInt16LE(edges + 2 * i + 2),
      continues: (merged & MERGED_LEFT) !== 0 ? 'left' : isBelow(merged) ? 'above' : null,
    }
  })
}

const isBelow = (merged: number): boolean => (merged & MERGED_ABOVE) !== 0 && (merged & MERGE_BEGINS) === 0
