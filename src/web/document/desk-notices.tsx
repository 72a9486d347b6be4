import type { Failure } from '../api/failure.ts'
import type { Desk } from '../review/desk.ts'
import type { DeskState } from '../review/desk-state.ts'
import { HeldNotice } from '../review/held-notice.tsx'
import type { KnownCodes } from '../review/use-codes.ts'
import { WaitingNotice } from '../review/waiting-notice.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { UnfinishedQuestion } from './unfinished-question.tsx'
import type { ModeControl } from './use-mode.ts'

interface DeskNoticesProps {
  readonly desk: Desk
  /** The records could not be had. */
  readonly failure: Failure | null
  /** Decisions that wait for a word. */
  readonly held: DeskState['held']
  readonly waiting: DeskState['waiting']
  readonly codes: KnownCodes
  readonly question: ModeControl['question']
  readonly onShow: (record: string) => void
}

/** What stands in the way of deciding, and what to do about it. */
export function DeskNotices({ desk, failure, held, waiting, codes, question, onShow }: DeskNoticesProps) {
  return (
    <>
      {failure !== null && held === null && <ProblemBox failure={failure} onRetry={() => desk.reload()} />}
      {codes.failure !== null && <ProblemBox failure={codes.failure} onRetry={codes.retry} />}
      {held !== null && (
        <HeldNotice held={held} onSendAgain={() => desk.sendAgain()} onDrop={() => desk.dropHeld()} onShow={onShow} />
      )}
      <WaitingNotice
        waiting={waiting}
        onInsist={key => desk.insist(key)}
        onDrop={key => desk.drop(key)}
        onShow={onShow}
      />
      {question !== null && <UnfinishedQuestion onGoOn={question.goOn} onGiveUp={question.giveUp} />}
    </>
  )
}
