import type { Note } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { Notes } from './notes.tsx'

/** What reviewers have remarked on the document as a whole. */
export function DocumentNotes({ notes }: { readonly notes: readonly Note[] }) {
  const { t } = useLanguage()
  if (notes.length === 0) return null
  return (
    <details class="note" open>
      <summary>{t('review.document-notes', { count: notes.length })}</summary>
      <Notes notes={notes} />
    </details>
  )
}
