import { useEffect, useRef, useState } from 'preact/hooks'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { isFinal, usePoll } from '../api/use-poll.ts'
import { useLanguage } from '../language.tsx'
import { navigate } from '../router.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { UploadArea } from '../upload/upload-area.tsx'
import { useUploads } from '../upload/uploads.tsx'
import { DocumentTable } from './document-table.tsx'
import { EmptyArchive } from './empty-archive.tsx'
import { FilterBar } from './filter-bar.tsx'
import { archiveAddress, type FilterKey, filterQuery, parseFilters } from './filters.ts'
import { NothingFound } from './nothing-found.tsx'
import { useDocuments } from './use-documents.ts'
import { useFacets } from './use-facets.ts'

/** Many files end shortly after each other; the list is asked for once for all of them. */
const RELOAD_PAUSE_MS = 300

/** @param query the page's query string, which holds the filters */
export function ArchivePage({ query }: { query: string }) {
  const { t } = useLanguage()
  const filters = parseFilters(query)
  const filtered = filterQuery(filters).toString()
  const list = useDocuments(filtered)
  const [changes, setChanges] = useState(0)
  const facets = useFacets(changes)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The filters may change while a reload waits; the list of that moment is the one to reload.
  const reload = useRef(list.reload)
  reload.current = list.reload
  const refresh = () => {
    clearTimeout(pause.current)
    pause.current = setTimeout(() => {
      reload.current()
      setChanges(n => n + 1)
    }, RELOAD_PAUSE_MS)
  }
  const uploads = useUploads()
  const known = useRef(uploads.taken)
  useEffect(() => {
    if (known.current !== uploads.taken) refresh()
    known.current = uploads.taken
  })

  const unfinished = [
    ...uploads.items.flatMap(({ progress }) => (progress.phase === 'sent' ? [progress.document] : [])),
    ...list.documents,
  ].filter(document => !isFinal(document))
  unfinished.sort((a, b) => a.received.localeCompare(b.received))
  usePoll([...new Set(unfinished.map(({ id }) => id))], (document: ArchivedDocument) => {
    uploads.merge(document)
    list.merge(document)
    if (isFinal(document)) setChanges(n => n + 1)
  })

  useTitle(t('nav.archive'))
  useKeys({ '/': () => document.getElementById('search')?.focus() })

  // On the filters of now: another may have been set since this was asked for.
  const change = (next: Partial<Record<FilterKey, string>>) =>
    navigate(archiveAddress({ ...parseFilters(location.search), ...next }), 'replace')

  const empty = !list.loading && list.failure === null && list.documents.length === 0
  return (
    <main id="main" class="page">
      <h1 class="unseen">{t('nav.archive')}</h1>
      <UploadArea kind="documents" />
      {list.failure !== null && <ProblemBox failure={list.failure} onRetry={list.reload} />}
      {!(empty && filtered === '') && <FilterBar filters={filters} facets={facets} onChange={change} />}
      {list.documents.length > 0 && <DocumentTable documents={list.documents} />}
      {empty && (filtered === '' ? <EmptyArchive onLoaded={refresh} /> : <NothingFound />)}
      <p class="list-foot" aria-live="polite">
        {list.loading && list.documents.length === 0 && t('archive.loading')}
        {list.documents.length > 0 && t('archive.count', { shown: list.documents.length, total: list.total })}
        {list.more !== undefined && (
          <button type="button" disabled={list.loading} onClick={list.more}>
            {t('archive.more')}
          </button>
        )}
      </p>
    </main>
  )
}
