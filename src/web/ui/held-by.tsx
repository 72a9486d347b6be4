import { useEffect, useState } from 'preact/hooks'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { formatTime } from '../format/moment.ts'
import { useLanguage } from '../language.tsx'
import { useReviewer } from '../reviewer/reviewer.tsx'

/** Who else is reviewing a document just now, and until when he has it to himself; nothing where nobody does, or the reader himself. */
export function HeldBy({ assignment }: Pick<ArchivedDocument, 'assignment'>) {
  const { t, language } = useLanguage()
  const { name } = useReviewer()
  const [now, setNow] = useState(Date.now)
  const until = assignment === null ? 0 : Date.parse(assignment.until)
  useEffect(() => {
    const ends = setTimeout(() => setNow(Date.now()), Math.max(0, until - Date.now()))
    return () => clearTimeout(ends)
  }, [until])
  if (assignment === null || assignment.who === name || until <= now) return null
  return (
    <span class="held-by">
      <span aria-hidden="true">◉ </span>
      {t('review.held-by', { who: assignment.who, until: formatTime(assignment.until, language) })}
    </span>
  )
}
