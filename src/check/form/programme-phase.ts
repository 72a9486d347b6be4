import type { Finding } from '../finding.ts'
import type { FormDocument } from './form-document.ts'
import { type PeriodMention, periodMentions } from './period-mentions.ts'
import { written } from './written.ts'

/** How far a phase may stand behind the period that it is a part of, in UTF-16 units of the repaired text. */
const WITHIN = 200

/** Phases that begin before or end after the programme they are a part of: `giai đoạn 2021-2030, giai đoạn I: 2020-2025`. */
export const programmePhase = ({ text }: Pick<FormDocument, 'text'>): Finding[] => {
  let whole: PeriodMention | null = null
  return periodMentions(text).flatMap(mention => {
    if (!mention.phase) {
      whole = mention
      return []
    }
    if (whole === null || !isPart(mention, whole) || mention.from > mention.to || whole.from > whole.to) return []
    if (mention.from >= whole.from && mention.to <= whole.to) return []
    const [programme, phase] = [written(text, whole), written(text, mention)]
    return [
      {
        check: 'programme-phase',
        severity: 'warning' as const,
        expression: ['“', phase, '” ⊄ “', programme, '”'],
        places: [],
        words: { phase: phase.text, programme: programme.text },
      },
    ]
  })
}

/** Whether a phase stands in the sentence of a period, or of its list, and shares years with it. */
const isPart = (phase: PeriodMention, whole: PeriodMention): boolean =>
  phase.passage === whole.passage &&
  phase.at - whole.at <= WITHIN &&
  !/\. /.test(phase.passage.folded.slice(whole.at, phase.at)) &&
  phase.from <= whole.to &&
  phase.to >= whole.from
