import { formatBytes } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import type { Upload } from './use-uploads.ts'

interface UploadItemProps {
  readonly upload: Upload
  readonly onRetry: () => void
  readonly onDismiss: () => void
}

/** One file on its way: sent, read, and what came out of it or why nothing did. */
export function UploadItem({ upload: { file, progress }, onRetry, onDismiss }: UploadItemProps) {
  const { language, t } = useLanguage()
  const document = progress.phase === 'sent' ? progress.document : null
  const failure = progress.phase === 'refused' ? progress.failure : document?.problem
  const percent = progress.phase === 'sending' ? Math.round(progress.share * 100) : 0
  return (
    <li class="upload">
      <div class="upload-line">
        <span class="upload-name">{file.name}</span>
        <span class="quiet">{formatBytes(file.size, language)}</span>
        {progress.phase === 'waiting' && <span>{t('upload.waiting')}</span>}
        {progress.phase === 'sending' && (
          <>
            <progress max={100} value={percent} aria-label={file.name} />
            <span>{t('upload.sending', { percent })}</span>
          </>
        )}
        {document !== null && <StateBadge state={document.state} />}
        {document?.state === 'reading' && <progress aria-label={file.name} />}
        {document?.observations != null && <span>{t('upload.records', { count: document.observations })}</span>}
        {progress.phase === 'sent' && progress.known && <span class="quiet">({t('upload.known')})</span>}
        {document !== null && document.problem === null && (
          <Link to={`/documents/${document.id}`}>{t('upload.open')}</Link>
        )}
        <button
          type="button"
          class="plain dismiss"
          aria-label={`${t('upload.dismiss')}: ${file.name}`}
          title={t('upload.dismiss')}
          onClick={onDismiss}
        >
          ×
        </button>
      </div>
      {failure != null && <ProblemBox failure={failure} onRetry={progress.phase === 'refused' ? onRetry : undefined} />}
    </li>
  )
}
