import type { DocumentState } from '../../http/schemas.ts'
import { DOCUMENT_STATE, DOCUMENT_STATE_SHAPE } from '../labels.ts'
import { useLanguage } from '../language.tsx'

export function StateBadge({ state }: { state: DocumentState }) {
  const { say } = useLanguage()
  return (
    <span class={`state state-${state}`}>
      <span class="shape" aria-hidden="true">
        {DOCUMENT_STATE_SHAPE[state]}
      </span>{' '}
      {say(DOCUMENT_STATE[state])}
    </span>
  )
}
