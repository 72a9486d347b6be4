import type { BackfillItemState, BackfillState } from '../../http/backfill-schemas.ts'
import { useLanguage } from '../language.tsx'
import { BACKFILL_STATE, BACKFILL_STATE_SHAPE, ITEM_STATE, ITEM_STATE_SHAPE } from './state-names.ts'

interface BadgeProps {
  readonly state: string
  readonly shape: string
  readonly name: string
}

function Badge({ state, shape, name }: BadgeProps) {
  return (
    <span class={`state state-${state}`}>
      <span class="shape" aria-hidden="true">
        {shape}
      </span>{' '}
      {name}
    </span>
  )
}

export function BackfillStateBadge({ state }: { state: BackfillState }) {
  const { say } = useLanguage()
  return <Badge state={state} shape={BACKFILL_STATE_SHAPE[state]} name={say(BACKFILL_STATE[state])} />
}

export function ItemStateBadge({ state }: { state: BackfillItemState }) {
  const { say } = useLanguage()
  return <Badge state={state} shape={ITEM_STATE_SHAPE[state]} name={say(ITEM_STATE[state])} />
}
