import type { Span } from '../contract/index.ts'

/** A stretch of a text, in UTF-16 offsets, and what stands in its place. */
export interface TextEdit extends Span {
  readonly text: string
}

interface Applied extends TextEdit {
  /** Where the new text begins and ends in the edited text. */
  readonly from: number
  readonly to: number
}

/**
 * A text with edits applied, and the way between both. Offsets outside of edits correspond one to one; what lies in an edit
 * belongs to the whole of it.
 */
export class EditedText {
  readonly source: string
  readonly text: string
  readonly #applied: readonly Applied[]

  /**
   * @param edits in order and apart
   * @throws RangeError where they are not, or reach beyond the text
   */
  constructor(source: string, edits: readonly TextEdit[]) {
    const applied: Applied[] = []
    const pieces: string[] = []
    let at = 0
    let length = 0
    for (const edit of edits) {
      if (edit.start < at || edit.end < edit.start || edit.end > source.length)
        throw new RangeError(`edit at ${edit.start}–${edit.end} is out of order`)
      pieces.push(source.slice(at, edit.start), edit.text)
      const from = length + edit.start - at
      length = from + edit.text.length
      applied.push({ ...edit, from, to: length })
      at = edit.end
    }
    pieces.push(source.slice(at))
    this.source = source
    this.text = pieces.join('')
    this.#applied = applied
  }

  get edits(): readonly TextEdit[] {
    return this.#applied.map(({ start, end, text }) => ({ start, end, text }))
  }

  /** Where each edit stands in both texts. */
  get made(): readonly (Span & { readonly from: number; readonly to: number })[] {
    return this.#applied
  }

  /** The stretch of the source that a stretch of the edited text came from. */
  back({ start, end }: Span): Span {
    const from = this.#backStart(start)
    return { start: from, end: start === end ? from : Math.max(from, this.#backEnd(end)) }
  }

  /** The stretch of the edited text that a stretch of the source became. */
  forward({ start, end }: Span): Span {
    const from = this.#forward(start, 'from')
    return { start: from, end: start === end ? from : Math.max(from, this.#forward(end, 'to')) }
  }

  /** An edit that an offset is the end of comes before it; one that begins there or goes on belongs to what follows. */
  #backStart(offset: number): number {
    const a = this.#applied[this.#last(offset, 'from', false)]
    if (!a) return offset
    return offset < a.to ? a.start : a.end + offset - a.to
  }

  #backEnd(offset: number): number {
    const a = this.#applied[this.#last(offset, 'from', true)]
    if (!a) return offset
    return offset < a.to ? a.end : a.end + offset - a.to
  }

  #forward(offset: number, inside: 'from' | 'to'): number {
    const a = this.#applied[this.#last(offset, 'start', inside === 'to')]
    if (!a) return offset
    if (offset < a.end) return offset === a.start && inside === 'from' ? a.from : a[inside]
    return a.to + offset - a.end
  }

  /** The last edit that begins at or before an offset (before it where `strictly`), -1 without one. */
  #last(offset: number, key: 'from' | 'start', strictly: boolean): number {
    let low = 0
    let high = this.#applied.length
    while (low < high) {
      const middle = (low + high) >> 1
      const at = this.#applied[middle]?.[key] ?? 0
      if (strictly ? at < offset : at <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** What is changed of the text between two rounds of edits. */
interface Change extends Span {
  /** The edit of the second round; null for what the first had made. */
  readonly edit: TextEdit | null
  /** Of the first round: how much longer the source is than what was made of it. */
  readonly shrunk: number
}

/**
 * Edits of an edited text, as edits of its source together with those made before: applying them gives what applying
 * both, one after the other, gives.
 * @param edits of `edited.text`, in order and apart
 */
export const composeEdits = (edited: EditedText, edits: readonly TextEdit[]): TextEdit[] => {
  const made = edited.made.map(({ from, to, start, end }) => ({
    ...{ start: from, end: to, edit: null },
    shrunk: end - start - (to - from),
  }))
  const changes: Change[] = [...made, ...edits.map(edit => ({ ...edit, edit, shrunk: 0 }))]
  changes.sort((a, b) => a.start - b.start || a.end - b.end)
  const composed: TextEdit[] = []
  let shift = 0
  for (let i = 0; i < changes.length; ) {
    const { group, end } = overlapping(changes, i)
    const start = group[0]?.start ?? 0
    const source = start + shift
    shift += group.reduce((sum, { shrunk }) => sum + shrunk, 0)
    composed.push({ start: source, end: end + shift, text: rewritten(edited.text, start, end, group) })
    i += group.length
  }
  return composed
}

/** The changes from one on that overlap; one of no length belongs to what it touches. */
const overlapping = (changes: readonly Change[], first: number) => {
  const group: Change[] = []
  let end = 0
  for (let i = first; i < changes.length; i++) {
    const change = changes[i]
    if (!change) break
    const touches = change.start === end && (change.end === end || group.at(-1)?.start === end)
    if (group.length > 0 && change.start >= end && !touches) break
    group.push(change)
    end = Math.max(end, change.end)
  }
  return { group, end }
}

const rewritten = (text: string, start: number, end: number, group: readonly Change[]): string => {
  let out = ''
  let at = start
  for (const { edit } of group) {
    if (!edit) continue
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at, end)
}
