import { useLanguage } from '../language.tsx'
import { UploadItem } from './upload-item.tsx'
import type { Uploads } from './uploads.tsx'

export function UploadList({ uploads }: { uploads: Uploads }) {
  const { t } = useLanguage()
  if (uploads.items.length === 0) return null
  return (
    <section class="uploads" aria-label={t('upload.list')}>
      <ul aria-live="polite">
        {uploads.items.map(item => (
          <UploadItem
            key={item.key}
            upload={item}
            onRetry={() => uploads.retry(item.key)}
            onDismiss={() => uploads.dismiss(item.key)}
          />
        ))}
      </ul>
      <button type="button" class="plain" onClick={uploads.clearFinished}>
        {t('upload.clear')}
      </button>
    </section>
  )
}
