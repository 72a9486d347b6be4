import { render } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Extraction, Records } from '../../../src/contract/index.ts'
import type { ArchivedDocument } from '../../../src/http/schemas.ts'
import { addressOf, read, readDocument, readExtraction } from '../../../src/web/api/client.ts'
import { LanguageProvider } from '../../../src/web/language.tsx'
import { LitPlaces } from '../../../src/web/page/lit-places.ts'
import { markRecords } from '../../../src/web/page/mark-records.ts'
import type { Lit, Marked, PageNumeral, PagePlace } from '../../../src/web/page/marked.ts'
import { prepareSource } from '../../../src/web/page/open-source.ts'
import { PagePane } from '../../../src/web/page/page-pane.tsx'
import '../../../src/web/styles/colours.css'
import '../../../src/web/styles/base.css'
import '../../../src/web/styles/parts.css'
import '../../../src/web/styles/workspace.css'
import '../../../src/web/styles/text.css'
import '../../../src/web/styles/sheets.css'
import './main.css'

interface Shown {
  readonly document: ArchivedDocument
  readonly extraction: Extraction
  readonly records: Records
}

const id = location.pathname.split('/')[2] ?? ''

const prepared = async (signal: AbortSignal): Promise<ArchivedDocument> => {
  const document = await readDocument(id, signal)
  if (document.mediaType !== null) prepareSource(id, document.mediaType)
  return document
}

const load = async (): Promise<Shown> => {
  const { signal } = new AbortController()
  const [document, extraction, records] = await Promise.all([
    prepared(signal),
    readExtraction(id, signal),
    read<Records>(`${addressOf.document(id)}/records`),
  ])
  return { document, extraction, records }
}

/** What tests set from outside, as the reviewer's screen does by its keys. */
declare global {
  interface Window {
    select: (id: string | null) => void
    mark: (records: readonly Marked[]) => void
    told: {
      readonly selected: (readonly string[])[]
      readonly boxes: (PagePlace | null)[]
      readonly numerals: PageNumeral[]
    }
    closeUp: (place: PagePlace | null) => void
    marked: readonly Marked[]
    light: (lit: readonly Lit[]) => void
  }
}
window.told = { selected: [], boxes: [], numerals: [] }
const tellNumeral = (numeral: PageNumeral) => void window.told.numerals.push(numeral)

function Screen() {
  const [shown, setShown] = useState<Shown | null>(null)
  const [selected, select] = useState<string | null>(null)
  const [place, setPlace] = useState<PagePlace | null>(null)
  const [records, setRecords] = useState<readonly Marked[] | null>(null)
  const [isText, setText] = useState(false)
  useEffect(() => void load().then(setShown), [])
  window.select = select
  window.mark = setRecords
  const marked = useMemo(
    () =>
      shown === null
        ? []
        : markRecords(shown.records, shown.extraction.text, ({ label, value, unit }) => `${label}: ${value} ${unit}`),
    [shown],
  )
  window.marked = records ?? marked
  const [pointed, setPointed] = useState<readonly Lit[]>([])
  const places = useMemo(() => shown && new LitPlaces(shown.extraction), [shown])
  const unexplained = useMemo(() => places?.unexplained() ?? [], [places])
  const lit = useMemo(() => {
    const record = shown?.records.records.find(each => each.id === selected)
    return [...unexplained, ...((record && places?.around(record)) ?? []), ...pointed]
  }, [shown, places, unexplained, selected, pointed])
  window.light = setPointed
  const [closeUp, lookClosely] = useState<PagePlace | null>(null)
  window.closeUp = lookClosely
  const onSelect = useMemo(
    () => (ids: readonly string[]) => {
      window.told.selected.push(ids)
      select(last => ids[(ids.indexOf(last ?? '') + 1) % ids.length] ?? null)
    },
    [],
  )
  const onBox = useMemo(
    () => (box: PagePlace | null) => {
      window.told.boxes.push(box)
      setPlace(box)
    },
    [],
  )
  const onText = useMemo(() => () => setText(true), [])
  if (shown === null) return null
  if (isText) return <pre>{shown.extraction.text}</pre>
  return (
    <PagePane
      document={shown.document}
      info={shown.extraction.document}
      records={records ?? marked}
      selected={selected}
      lit={lit}
      place={place}
      onSelect={onSelect}
      closeUp={closeUp}
      onNumeral={tellNumeral}
      onBox={onBox}
      onText={onText}
    />
  )
}

const root = document.getElementById('app')
if (root !== null) {
  render(
    <LanguageProvider>
      <Screen />
    </LanguageProvider>,
    root,
  )
}
