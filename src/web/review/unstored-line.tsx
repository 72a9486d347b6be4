import { useLanguage } from '../language.tsx'
import type { TextKey } from '../texts.ts'
import { figureOf } from './attribute-changes.ts'
import { ChangedAttributes } from './changed-attributes.tsx'
import type { Unstored } from './desk-state.ts'
import { whatIsAsked } from './what-is-asked.ts'

interface UnstoredLineProps {
  readonly unstored: Unstored
  readonly onShow?: ((record: string) => void) | undefined
}

/** A decision that is not stored: what it is about, and what it makes of that. */
export function UnstoredLine({ unstored: { request, seen }, onShow }: UnstoredLineProps) {
  const { t, language } = useLanguage()
  const { before, after, expression } = whatIsAsked(request, seen)
  const about = before ?? after
  const words = about === null ? null : `${about.label} ${figureOf(about, language)}`.trim()
  const id = seen.record?.id
  return (
    <>
      <b>{t(`decision.${request.kind}` satisfies TextKey)}</b>{' '}
      {expression !== null && (
        <span class="expression" lang="vi">
          {expression}{' '}
        </span>
      )}
      {words !== null &&
        (id === undefined || onShow === undefined ? (
          <span lang="vi">{words} </span>
        ) : (
          <button type="button" class="plain" lang="vi" onClick={() => onShow(id)}>
            {words}
          </button>
        ))}{' '}
      {before !== null && after !== null && <ChangedAttributes before={before} after={after} />}
      {request.why !== undefined && <q>{request.why}</q>}
    </>
  )
}
