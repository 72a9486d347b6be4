import type { Flag } from '../../contract/index.ts'
import { SEVERITY, SEVERITY_SHAPE } from '../labels.ts'
import { useLanguage } from '../language.tsx'

/** A sum that does not come out, as a sentence with the sum written out. */
export function FlagNote({ flag: { severity, message, expression, suggestion } }: { flag: Flag }) {
  const { say } = useLanguage()
  return (
    <p class={`flag-note severity-${severity}`}>
      <b class="severity">
        <span aria-hidden="true">{SEVERITY_SHAPE[severity]}</span> {say(SEVERITY[severity])}:
      </b>{' '}
      {say(message)} <span class="expression">{expression}</span>
      {suggestion !== null && <span class="expression"> → {suggestion.text}</span>}
    </p>
  )
}
