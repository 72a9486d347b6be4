import type { Decision } from '../../contract/index.ts'
import { CorrectedFields } from '../header/corrected-fields.tsx'
import { useLanguage } from '../language.tsx'
import { figureOf } from './attribute-changes.ts'
import { ChangedAttributes } from './changed-attributes.tsx'

interface DecisionAboutProps {
  readonly decision: Decision
  /** Decisions among which that may be that it undoes. */
  readonly others: readonly Decision[]
  /** Left out where there is nowhere to lead to. */
  readonly onShow?: ((record: string) => void) | undefined
}

/** What was decided, on what, and what that made of it. */
export function DecisionAbout({ decision, others, onShow }: DecisionAboutProps) {
  const { t, language } = useLanguage()
  const after = 'settled' in decision ? decision.settled : null
  const before = 'replaced' in decision ? (decision.replaced?.observation ?? null) : null
  const about = after ?? before
  const words =
    about !== null
      ? `${about.label} ${figureOf(about, language)}`
      : decision.kind === 'note' && decision.anchor !== null
        ? `“${decision.anchor.quote.slice(0, 60)}”`
        : null
  const record = about?.id ?? ('anchor' in decision ? decision.anchor?.record : null) ?? null
  const target = decision.kind === 'undo' ? others.find(({ id }) => id === decision.undoes) : undefined
  return (
    <>
      {t(`decision.${decision.kind}`)}
      {decision.kind === 'correct-document' && <CorrectedFields decision={decision} />}
      {words !== null &&
        (record === null || onShow === undefined ? (
          <span lang="vi"> {words}</span>
        ) : (
          <>
            {' '}
            <button type="button" class="plain" lang="vi" onClick={() => onShow(record)}>
              {words}
            </button>
          </>
        ))}
      {after !== null && before !== null && (
        <>
          {' '}
          <ChangedAttributes before={before} after={after} />
        </>
      )}
      {'flag' in decision && (
        <span class="expression" lang="vi">
          {' '}
          {decision.flag.expression}
        </span>
      )}
      {target !== undefined && (
        <span class="undone-decision">
          {' '}
          (<b>{target.who}</b>: <DecisionAbout decision={target} others={others} onShow={onShow} />)
        </span>
      )}
      {decision.why !== null && (
        <>
          {' '}
          <q>{decision.why}</q>
        </>
      )}
    </>
  )
}
