import { ArchivePage } from './archive/archive-page.tsx'
import { DocumentPage } from './document/document-page.tsx'
import { useAddress } from './router.tsx'
import { LostPage } from './ui/lost-page.tsx'
import { TopBar } from './ui/top-bar.tsx'

const DOCUMENT_PATH = /^\/documents\/([^/]+)\/?$/

export function App() {
  const { path, query } = useAddress()
  const id = DOCUMENT_PATH.exec(path)?.[1]
  return (
    <>
      <TopBar path={path} />
      {path === '/' && <ArchivePage query={query} />}
      {id !== undefined && <DocumentPage key={id} id={id} />}
      {path !== '/' && id === undefined && <LostPage />}
    </>
  )
}
