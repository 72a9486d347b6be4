import type { TargetedMouseEvent } from 'preact'
import type { CurrentFlag, Flag, Observation } from '../../contract/index.ts'
import { SEVERITY, SEVERITY_SHAPE } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { cutExpression } from './cut-expression.ts'
import { FigureButton } from './figure-button.tsx'
import type { FlaggedFigure } from './flag-index.ts'
import { FlagSuggestion } from './flag-suggestion.tsx'
import { FlagSuspects } from './flag-suspects.tsx'

/** What flags lead to; the same object as long as the document is. */
export interface FlagLinks {
  readonly text: string
  readonly records: ReadonlyMap<string, Observation>
  readonly onFlag: (id: string) => void
  readonly onFigure: (flag: Flag, figure: FlaggedFigure) => void
}

export interface FlagNoteProps {
  readonly flag: CurrentFlag
  readonly links: FlagLinks
  /** The selected record, where it is one of the flag's. */
  readonly record: string | null
  /** The tab key stops at its links. */
  readonly entry: boolean
}

/** A sum that does not come out, written out: each of its figures leads to its ink, and those to blame come first. */
export function FlagNote({ flag, links, record, entry }: FlagNoteProps) {
  const { t, say } = useLanguage()
  const { id, check, severity, message, suspects, suggestion, capped, raisedBy } = flag
  const show = (figure: FlaggedFigure) => links.onFigure(flag, figure)
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    links.onFlag(id)
  }
  return (
    <>
      <p class="flag-head">
        <a
          class={`flag-address severity severity-${severity}`}
          href={`#${encodeURIComponent(id)}`}
          title={t('flags.address')}
          tabIndex={entry ? 0 : -1}
          onClick={follow}
        >
          <span aria-hidden="true">{SEVERITY_SHAPE[severity]}</span> {say(SEVERITY[severity])}
          <span class="unseen"> {id}</span>
        </a>{' '}
        {say(message)} <code title={t('flags.check')}>{check}</code>
        {raisedBy === 'correction' && (
          <span class="flag-origin">
            <span aria-hidden="true"> ✎ </span>
            {t('flags.of-correction')}
          </span>
        )}
      </p>
      <p class="expression" lang="vi">
        {cutExpression(flag).map(({ from, words, figure }) =>
          figure === null ? (
            words
          ) : (
            <FigureButton
              key={from}
              figure={figure}
              words={words}
              suspect={figure.observation !== null && figure.observation === suspects[0]?.observation}
              record={record}
              entry={entry}
              onShow={show}
            />
          ),
        )}
      </p>
      <FlagSuspects suspects={suspects} links={links} record={record} entry={entry} onShow={show} />
      {suggestion !== null && (
        <FlagSuggestion suggestion={suggestion} links={links} record={record} entry={entry} onShow={show} />
      )}
      {capped && <p class="flag-capped">{t('flags.capped')}</p>}
    </>
  )
}
