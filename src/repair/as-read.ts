import type { Extraction } from '../contract/index.ts'
import type { EditedText } from './edits.ts'
import { backOf, lift } from './lift.ts'

/**
 * An extraction of a repaired text as one of the text as read: all offsets point into that, observations are named by their
 * place in it. Words (labels, titles, quotes, the text of cells) stay readable.
 */
export const asRead = (extraction: Extraction, edited: EditedText): Extraction => {
  const { document, text: _, repairs: __, ...found } = extraction
  const moved = lift({ document, ...found }, backOf(edited))
  const ids = new Map(
    extraction.observations.map((o, i) => [o.id, idAt(o.id, o.evidence.start, moved.observations[i]?.evidence.start)]),
  )
  const idOf = (id: string): string => ids.get(id) ?? id
  return {
    ...moved,
    text: edited.source,
    repairs: [...edited.edits],
    observations: moved.observations.map(o => ({ ...o, id: idOf(o.id) })),
    flags: moved.flags.map(flag => ({
      ...flag,
      figures: flag.figures.map(f => ({ ...f, observation: f.observation === null ? null : idOf(f.observation) })),
      observations: flag.observations.map(idOf),
      suspects: flag.suspects.map(s => ({ ...s, observation: idOf(s.observation) })),
      suggestion: flag.suggestion && { ...flag.suggestion, observation: idOf(flag.suggestion.observation) },
    })),
    numerals: {
      ...moved.numerals,
      unexplained: moved.numerals.unexplained.map(n => ({ ...n, text: edited.source.slice(n.start, n.end) })),
    },
  }
}

/** Names are made of the place: `o2104`. */
const idAt = (id: string, start: number, moved = start): string => id.replace(String(start), String(moved))
