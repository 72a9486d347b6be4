import { memo } from 'preact/compat'
import type { Box } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { framed } from './framed.ts'
import type { MarkGroup } from './mark-groups.ts'

interface PageMarkProps {
  readonly group: MarkGroup
  /** Of its ink. */
  readonly box: Box
  readonly scale: number
  readonly isSelected: boolean
  /** The tab key stops at it: at one of all marks. */
  readonly isStop: boolean
}

/** The number of one or several records on a page; the sheet hears its clicks. */
function Mark({ group: { key, ids, label, state }, box, scale, isSelected, isStop }: PageMarkProps) {
  const { t } = useLanguage()
  return (
    <button
      type="button"
      class={`sheet-mark mark-${state}`}
      style={framed(box, scale)}
      tabIndex={isStop ? 0 : -1}
      data-mark={key}
      data-records={ids.join(' ')}
      aria-current={isSelected ? 'true' : undefined}
      aria-label={`${label} (${t(`sheets.state.${state}`)})`}
    />
  )
}

export const PageMark = memo(Mark)
