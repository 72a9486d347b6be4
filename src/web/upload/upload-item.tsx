import { formatBytes } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { isOnItsWay, type Upload } from './upload.ts'
import { UploadProgressLine } from './upload-progress-line.tsx'

interface UploadItemProps {
  readonly upload: Upload
  readonly onRetry: () => void
  readonly onDismiss: () => void
}

/** One file on its way: sent, read, and what came out of it or why nothing did. */
export function UploadItem({ upload, onRetry, onDismiss }: UploadItemProps) {
  const { language, t } = useLanguage()
  const { file, progress } = upload
  const failure =
    progress.phase === 'refused' ? progress.failure : progress.phase === 'sent' ? progress.document.problem : null
  const dismiss = t(isOnItsWay(upload) ? 'upload.cancel' : 'upload.dismiss')
  return (
    <li class="upload">
      <div class="upload-line">
        <span class="upload-name">{file.name}</span>
        <span class="quiet">{formatBytes(file.size, language)}</span>
        <UploadProgressLine file={file} progress={progress} />
        <button
          type="button"
          class="plain dismiss"
          aria-label={`${dismiss}: ${file.name}`}
          title={dismiss}
          onClick={onDismiss}
        >
          ×
        </button>
      </div>
      {failure !== null && (
        <ProblemBox failure={failure} onRetry={progress.phase === 'refused' ? onRetry : undefined} />
      )}
    </li>
  )
}
