/** One property of a run, paragraph or table row ([MS-DOC] 2.2.5 `Prl`): what it sets, and the bytes it sets it to. */
export interface Sprm {
  readonly code: number
  readonly operand: Buffer
}

/** Bytes of the operand by the three highest bits of the code ([MS-DOC] 2.2.5.1 `spra`); 6 is of variable length. */
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** `sprmTDefTable` has a length of two bytes, which counts one too many. */
const DEFINE_TABLE = 0xd608

/** Walks the properties of a group (`grpprl`); one that is cut off ends the walk. */
export function* sprmsOf(group: Buffer): Generator<Sprm> {
  let at = 0
  while (at + 2 < group.length) {
    const code = group.readUInt16LE(at)
    at += 2
    const size = operandSize(group, at, code)
    if (size === null || at + size > group.length) return
    yield { code, operand: group.subarray(at, at + size) }
    at += size
  }
}

/** With the bytes that tell a variable length. */
function operandSize(group: Buffer, at: number, code: number): number | null {
  const fixed = OPERAND_SIZES[code >> 13] ?? 0
  if (fixed > 0) return fixed
  if (code === DEFINE_TABLE) return at + 2 > group.length ? null : group.readUInt16LE(at) + 1
  return group.readUInt8(at) + 1
}
