import { DropZone } from './drop-zone.tsx'
import { FOLDER } from './folder.ts'
import { UploadList } from './upload-list.tsx'
import { useUploads } from './uploads.tsx'

interface UploadAreaProps {
  /** What the box says: files of all kinds, or zips. */
  readonly kind: 'documents' | 'zips'
}

/** The box that takes files, and what becomes of those that were given to it. */
export function UploadArea({ kind }: UploadAreaProps) {
  const uploads = useUploads()
  return (
    <>
      <DropZone kind={kind} onFiles={uploads.add} onFolders={folders => uploads.refuse(folders, FOLDER)} />
      <UploadList uploads={uploads} />
    </>
  )
}
