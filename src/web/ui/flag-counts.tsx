import type { ArchivedDocument } from '../../http/schemas.ts'
import { SEVERITIES, SEVERITY, SEVERITY_SHAPE } from '../labels.ts'
import { useLanguage } from '../language.tsx'

/** `▲5 ◆11`: how many flags of each severity a document has; nothing where none was raised, which is no proof that all is well. */
export function FlagCounts({ flags }: Pick<ArchivedDocument, 'flags'>) {
  const { say } = useLanguage()
  if (flags === null) return null
  const present = SEVERITIES.filter(severity => flags[severity] > 0)
  if (present.length === 0) return null
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
