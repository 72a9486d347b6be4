import type { TargetedEvent } from 'preact'
import { useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { useFileDrop } from './use-file-drop.ts'

const ACCEPT = '.pdf,.docx,.txt,.md,.png,.jpg,.jpeg,.tif,.tiff'

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onFolders: (folders: readonly File[]) => void
}

export function DropZone({ onFiles, onFolders }: DropZoneProps) {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const over = useFileDrop(({ files, folders }) => {
    if (folders.length > 0) onFolders(folders)
    if (files.length > 0) onFiles(files)
  })

  const choose = (event: TargetedEvent<HTMLInputElement>) => {
    onFiles([...(event.currentTarget.files ?? [])])
    // So that choosing the same file again counts as a choice.
    event.currentTarget.value = ''
  }

  return (
    <section class={`drop-zone${over ? ' is-over' : ''}`}>
      <span>{t('upload.drop')}</span>
      <button type="button" class="primary" onClick={() => input.current?.click()}>
        {t('upload.choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT}
        hidden
        onChange={choose}
        aria-label={t('upload.choose')}
      />
      <span class="quiet">{t('upload.kinds')}</span>
    </section>
  )
}
