import { useId, useState } from 'preact/hooks'
import type { DraftWritten } from '../../contract/index.ts'
import { addressOf, asJson, read } from '../api/client.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { useLanguage } from '../language.tsx'
import { useReviewer } from '../reviewer/reviewer.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'

interface MakeExampleProps {
  readonly document: string
  readonly record: string
  /** A reviewer has decided on it; there is nothing to learn from it else. */
  readonly settled: boolean
}

type Outcome =
  | { readonly is: 'idle' | 'making' }
  | { readonly is: 'written'; readonly draft: DraftWritten }
  | { readonly is: 'failed'; readonly failure: Failure }

/** Writes a settled record as an example for authors of rules, and shows what was written and where. */
export function MakeExample({ document, record, settled }: MakeExampleProps) {
  const { t } = useLanguage()
  const { identify } = useReviewer()
  const hint = useId()
  const [outcome, setOutcome] = useState<Outcome>({ is: 'idle' })
  const make = async () => {
    const who = await identify()
    if (who === null) return
    setOutcome({ is: 'making' })
    try {
      const draft = await read<DraftWritten>(`${addressOf.document(document)}/drafts`, asJson('POST', { who, record }))
      setOutcome({ is: 'written', draft })
    } catch (error) {
      setOutcome({ is: 'failed', failure: toFailure(error) })
    }
  }
  const making = outcome.is === 'making'
  return (
    <div class="make-example">
      <button
        type="button"
        disabled={making || !settled}
        aria-describedby={settled ? undefined : hint}
        onClick={() => void make()}
      >
        {t(making ? 'draft.making' : 'draft.make')}
      </button>
      {!settled && (
        <span id={hint} class="quiet">
          {t('draft.unsettled')}
        </span>
      )}
      <div aria-live="polite">{outcome.is === 'written' && <Written draft={outcome.draft} />}</div>
      {outcome.is === 'failed' && <ProblemBox failure={outcome.failure} onRetry={() => void make()} />}
    </div>
  )
}

function Written({ draft: { path, yaml, rules } }: { draft: DraftWritten }) {
  const { t } = useLanguage()
  return (
    <>
      <p>
        <span aria-hidden="true">✓ </span>
        {t('draft.written', { path })}
      </p>
      <p>{rules.length === 0 ? t('draft.no-rule') : t('draft.rules', { rules: rules.join(', ') })}</p>
      <p class="quiet">{t('draft.next')}</p>
      <details open>
        <summary>{t('draft.content')}</summary>
        <pre>{yaml}</pre>
      </details>
    </>
  )
}
