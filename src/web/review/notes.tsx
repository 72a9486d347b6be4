import type { Note } from '../../contract/index.ts'
import { formatMoment } from '../format/moment.ts'
import { useLanguage } from '../language.tsx'

/** What reviewers have remarked. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const { t, language } = useLanguage()
  if (notes.length === 0) return null
  return (
    <ul class="review-notes" aria-label={t('review.notes')}>
      {notes.map(({ decision, who, when, text }) => (
        <li key={decision}>
          <b>{who}</b> <time dateTime={when}>{formatMoment(when, language)}</time>: {text}
        </li>
      ))}
    </ul>
  )
}
