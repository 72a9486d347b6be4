import type { Severity } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { SEVERITY, SEVERITY_SHAPE } from '../labels.ts'
import { useLanguage } from '../language.tsx'

const ORDER: readonly Severity[] = ['error', 'warning', 'note']

/** `▲5 ◆11`: how many flags of each severity a document has; a dash where it was not checked, 0 where nothing is wrong. */
export function FlagCounts({ flags }: Pick<ArchivedDocument, 'flags'>) {
  const { say } = useLanguage()
  if (flags === null) return <span class="quiet">–</span>
  const present = ORDER.filter(severity => flags[severity] > 0)
  if (present.length === 0) return <span class="quiet">0</span>
  return (
    <span class="flag-counts">
      {present.map(severity => (
        <span
          key={severity}
          class={`severity severity-${severity}`}
          title={`${say(SEVERITY[severity])}: ${flags[severity]}`}
        >
          <span aria-hidden="true">{SEVERITY_SHAPE[severity]}</span>
          <span class="unseen">{say(SEVERITY[severity])}: </span>
          {flags[severity]}
        </span>
      ))}
    </span>
  )
}
