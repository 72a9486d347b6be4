import type { MappedText } from './mapped-text.ts'

/**
 * The text under repair: UTF-16 code units, each with the stretch of the text as read that it stands for. The passes of
 * the repair rewrite it in place; `length` is what is in use of the arrays.
 */
export class Characters {
  readonly codes: Uint16Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  length = 0

  constructor(capacity: number) {
    this.codes = new Uint16Array(capacity)
    this.starts = new Int32Array(capacity)
    this.ends = new Int32Array(capacity)
  }

  push(code: number, start: number, end: number): void {
    const at = this.length++
    this.codes[at] = code
    this.starts[at] = start
    this.ends[at] = end
  }

  /** The code unit at an index, 0 before the first and after the last. */
  at(index: number): number {
    return index >= 0 && index < this.length ? (this.codes[index] ?? 0) : 0
  }

  /** Moves the code unit at `from` down to `to`, while a pass closes the gaps it makes. */
  move(from: number, to: number): void {
    if (from === to) return
    this.codes[to] = this.codes[from] ?? 0
    this.starts[to] = this.starts[from] ?? 0
    this.ends[to] = this.ends[from] ?? 0
  }

  toMappedText(): MappedText {
    const { codes, starts, ends, length } = this
    const text = Buffer.from(codes.buffer, 0, length * 2).toString('utf16le')
    return { text, starts: starts.slice(0, length), ends: ends.slice(0, length) }
  }
}
