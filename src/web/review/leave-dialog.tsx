import { useLayoutEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import type { DeskState } from './desk-state.ts'
import { UnstoredList } from './unstored-list.tsx'
import type { Leaving } from './use-leave-guard.ts'

interface LeaveDialogProps {
  readonly leaving: Leaving
  readonly state: DeskState
}

/** Asks whoever goes while decisions are not stored; once they are, he goes without an answer. */
export function LeaveDialog({ leaving: { stay, giveUp }, state: { unsaved, held, waiting } }: LeaveDialogProps) {
  const { t } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const stuck = [...(held?.decisions ?? []), ...waiting]
  return (
    <dialog ref={dialog} class="help leave" aria-labelledby="leave-title" onClose={stay}>
      <h2 id="leave-title">{t('leave.title', { count: unsaved })}</h2>
      <p>{t(stuck.length === 0 ? 'leave.sending' : 'leave.stuck')}</p>
      {stuck.length > 0 && <UnstoredList unstored={stuck} />}
      <p class="dialog-buttons">
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {t('leave.stay')}
        </button>
        <button type="button" onClick={giveUp}>
          {t('leave.give-up', { count: unsaved })}
        </button>
      </p>
    </dialog>
  )
}
