import type { Failure } from '../api/failure.ts'
import { AccessForm } from './access-form.tsx'
import { ProblemBox } from './problem-box.tsx'

interface FailureViewProps {
  readonly failure: Failure
  readonly onRetry?: () => void
}

/** A failure in place of a page's content; a missing token can be given at once. */
export function FailureView({ failure, onRetry }: FailureViewProps) {
  if (failure.code !== 'unauthorised') return <ProblemBox failure={failure} onRetry={onRetry} />
  return (
    <>
      <ProblemBox failure={failure} />
      <AccessForm />
    </>
  )
}
