import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { DecisionRequest, HeaderChanges } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { useCodes } from '../review/use-codes.ts'
import { WhyField } from '../review/why-field.tsx'
import { useReviewer } from '../reviewer/reviewer.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { goToFault, useToldFaults } from '../ui/use-told-faults.ts'
import { decideOnHeader, fieldsChanged, type HeaderDesk, type KnownHeader, type Saved } from './decide-on-header.ts'
import { draftOf, FIELDS, readHeader } from './header-draft.ts'
import { HeaderInputs } from './header-inputs.tsx'
import { type HeaderEdits, isUnsaved, NOTHING_EDITED } from './kept-edits.ts'
import { Overtaken } from './overtaken.tsx'

interface HeaderEditorProps {
  readonly document: string
  readonly known: KnownHeader
  readonly edits: HeaderEdits
  readonly onEdits: (edits: HeaderEdits) => void
  readonly desk: HeaderDesk
  /** Told whether something was saved last. */
  readonly onClose: (saved: boolean) => void
}

/** Edits the header of a document. What was typed is kept by whoever opened it, until it is saved or discarded. */
export function HeaderEditor({ document, known, edits, onEdits, desk, onClose }: HeaderEditorProps) {
  const { header } = known
  const { t } = useLanguage()
  const { identify } = useReviewer()
  const { codes, failure: codesFailure, retry } = useCodes()
  const { fields, why, on } = edits
  const [busy, setBusy] = useState(false)
  const [last, setLast] = useState<Saved | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const saved = useRef(false)
  useLayoutEffect(() => dialog.current?.showModal(), [])

  const provinces = codes?.provinces ?? []
  const readFields = (typed: HeaderEdits['fields']) => readHeader({ ...draftOf(header), ...typed }, header, provinces)
  const { changes } = readFields(fields)
  const { faults, told, rest, goToFirst } = useToldFaults(form, fields, typed => readFields(typed).faults)
  const faulty = Object.keys(faults).length > 0
  const changed = FIELDS.filter(field => field in changes)
  const ready = codes !== null && !busy && (changed.length > 0 || faulty)

  const decide = async (decisions: readonly DecisionRequest[]): Promise<boolean> => {
    const who = await identify()
    if (who === null) return false
    setBusy(true)
    const result = await decideOnHeader(document, known, who, decisions, desk)
    setBusy(false)
    setLast(result)
    return result.is === 'saved'
  }
  const save = async () => {
    // What others have made of a field that was typed in is written over only once he has seen it.
    const before = (last?.is === 'overtaken' ? last.now : on) ?? header
    const overtaken = fieldsChanged(before, header).filter(field => changed.includes(field))
    if (overtaken.length > 0) return setLast({ is: 'overtaken', fields: overtaken, before, now: header })
    const reason = why.trim()
    // one for each field, so that each can be undone by itself
    const decisions = changed.map(field => ({
      kind: 'correct-document' as const,
      changes: { [field]: changes[field] } as HeaderChanges,
      ...(reason === '' ? {} : { why: reason }),
    }))
    if (!(await decide(decisions))) return
    onEdits(NOTHING_EDITED)
    saved.current = true
    // it gives the focus back to what opened it
    dialog.current?.close()
  }
  const issues = last?.is === 'refused' ? last.issues : {}
  useEffect(() => {
    if (last?.is === 'refused') goToFault(form.current)
  }, [last])

  return (
    <dialog
      ref={dialog}
      class="header-editor"
      aria-labelledby="header-editor-title"
      onClose={() => onClose(saved.current)}
    >
      <form
        ref={form}
        onSubmit={event => {
          event.preventDefault()
          if (!ready) return
          if (faulty) goToFirst()
          else save()
        }}
        onFocusOut={rest}
      >
        <h2 id="header-editor-title">{t('header.edit.title')}</h2>
        {codesFailure !== null && <ProblemBox failure={codesFailure} onRetry={retry} />}
        {last?.is === 'overtaken' && <Overtaken overtaken={last} header={header} />}
        {last?.is === 'failed' && <ProblemBox failure={last.failure} />}
        <HeaderInputs
          header={header}
          draft={{ ...draftOf(header), ...fields }}
          changes={changes}
          faults={told}
          provinces={provinces}
          issues={issues}
          busy={busy}
          onEdit={more => {
            if (last?.is === 'refused') setLast(null)
            onEdits({ fields: { ...fields, ...more }, why, on: on ?? header })
          }}
          onUndo={decision => decide([{ kind: 'undo', decision }])}
        />
        <WhyField value={why} onInput={words => onEdits({ ...edits, why: words })} />
        <p class="dialog-buttons">
          <button type="submit" class="primary" disabled={!ready}>
            {t('edit.save')}
          </button>
          <button
            type="button"
            onClick={() => {
              onEdits(NOTHING_EDITED)
              dialog.current?.close()
            }}
          >
            {isUnsaved(edits) ? t('header.discard') : t('help.close')}
          </button>
        </p>
      </form>
    </dialog>
  )
}
