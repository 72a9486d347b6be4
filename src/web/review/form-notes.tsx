import { useLanguage } from '../language.tsx'
import type { Busy } from './busy.ts'

interface FormNotesProps {
  /** What the server has against the form as a whole. */
  readonly issues: readonly string[]
  readonly busy: Busy
}

/** What is to be said of a form as a whole, above its fields. */
export function FormNotes({ issues, busy }: FormNotesProps) {
  const { t } = useLanguage()
  return (
    <>
      {issues.length > 0 && (
        <ul class="form-faults field-fault" role="alert">
          {issues.map(issue => (
            <li key={issue}>
              <span aria-hidden="true">▲ </span>
              {issue}
            </li>
          ))}
        </ul>
      )}
      <p class="form-busy quiet" role="status">
        {busy !== null && t(`edit.busy.${busy}`)}
      </p>
    </>
  )
}
