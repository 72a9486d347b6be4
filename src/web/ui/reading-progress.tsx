import type { ArchivedDocument } from '../../http/schemas.ts'
import { useLanguage } from '../language.tsx'

/** How far the reading of a document is, page by page where that is known; nothing where none is under way. */
export function ReadingProgress({ document: { state, reading, name } }: { document: ArchivedDocument }) {
  const { t } = useLanguage()
  if (state !== 'reading') return null
  if (reading === null) return <progress aria-label={name} />
  const told = t('upload.reading', { page: Math.min(reading.page + 1, reading.pages), pages: reading.pages })
  return (
    <span class="reading-progress">
      <progress max={reading.pages} value={reading.page} aria-label={`${name}: ${told}`} />{' '}
      {/* The bar says it; the words beside it would be read out with every page. */}
      <span aria-hidden="true">{told}</span>
    </span>
  )
}
