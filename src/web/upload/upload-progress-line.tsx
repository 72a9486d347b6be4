import { formatBytes, formatShare } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { ReadingProgress } from '../ui/reading-progress.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { isZip, type Upload } from './upload.ts'

/** What becomes of one file just now: bytes that have left, the state of its document, or the backfill that has it. */
export function UploadProgressLine({ file, progress }: Pick<Upload, 'file' | 'progress'>) {
  const { language, t } = useLanguage()
  switch (progress.phase) {
    case 'refused':
      return null
    case 'waiting':
      return <span>{t('upload.waiting')}</span>
    case 'sending': {
      const { bytes } = progress
      // All has left; the server writes it to the disk.
      if (bytes >= file.size) return <span>{t('upload.storing')}</span>
      return (
        <>
          <progress max={file.size} value={bytes} aria-label={file.name} />
          <span>
            {t('upload.sending', {
              share: formatShare(bytes / file.size, language),
              bytes: formatBytes(bytes, language),
            })}
          </span>
          {isZip(file) && <span class="quiet">{t('upload.zip.hint')}</span>}
        </>
      )
    }
    case 'handed':
      return (
        <>
          <span>{t('upload.zip.handed')}</span>
          <Link to={`/backfills/${progress.backfill.id}`}>{t('upload.zip.open')}</Link>
        </>
      )
    case 'sent': {
      const { document, known } = progress
      return (
        <>
          <StateBadge state={document.state} />
          <ReadingProgress document={document} />
          {document.observations !== null && <span>{t('upload.records', { count: document.observations })}</span>}
          {known && <span class="quiet">({t('upload.known')})</span>}
          {document.problem === null && <Link to={`/documents/${document.id}`}>{t('upload.open')}</Link>}
        </>
      )
    }
  }
}
