import type { SourceLine } from './source-document.ts'

/** Puts lines of formats that have no text of their own one under the other, and keeps count of the offsets. */
export class TextAssembler {
  readonly lines: SourceLine[] = []
  readonly #pieces: string[] = []
  #length = 0

  /** Offset at which the next line will start. */
  get next(): number {
    return this.lines.length === 0 ? 0 : this.#length + 1
  }

  /** Adds a line after a line break; `content` holds no line break itself. */
  add(content: string, place: Omit<SourceLine, 'start' | 'end'>): SourceLine {
    const start = this.next
    this.#pieces.push(content)
    this.#length = start + content.length
    const line = { start, end: this.#length, ...place }
    this.lines.push(line)
    return line
  }

  get text(): string {
    return this.#pieces.join('\n')
  }
}
