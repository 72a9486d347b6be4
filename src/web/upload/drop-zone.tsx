import type { TargetedEvent } from 'preact'
import { useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import { useFileDrop } from './use-file-drop.ts'

const ACCEPT = {
  documents: '.pdf,.docx,.doc,.rtf,.odt,.xls,.xlsx,.htm,.html,.txt,.md,.png,.jpg,.jpeg,.tif,.tiff,.zip',
  zips: '.zip',
} as const

const TEXTS_OF = {
  documents: { drop: 'upload.drop', choose: 'upload.choose', kinds: 'upload.kinds' },
  zips: { drop: 'upload.zip.drop', choose: 'upload.zip.choose', kinds: 'upload.zip.kinds' },
} as const

interface DropZoneProps {
  readonly kind: keyof typeof ACCEPT
  readonly onFiles: (files: readonly File[]) => void
  readonly onFolders: (folders: readonly File[]) => void
}

export function DropZone({ kind, onFiles, onFolders }: DropZoneProps) {
  const { t } = useLanguage()
  const texts = TEXTS_OF[kind]
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
      <span>{t(texts.drop)}</span>
      <button type="button" class="primary" onClick={() => input.current?.click()}>
        {t(texts.choose)}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPT[kind]}
        hidden
        onChange={choose}
        aria-label={t(texts.choose)}
      />
      <span class="quiet">{t(texts.kinds)}</span>
    </section>
  )
}
