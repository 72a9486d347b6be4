import type { Extraction } from '../../contract/index.ts'
import { addressOf } from '../api/client.ts'
import { toCsv } from '../csv.ts'
import { useLanguage } from '../language.tsx'
import { saveBlob } from '../ui/save-blob.ts'

interface DownloadsProps {
  readonly id: string
  readonly extraction: Extraction
}

/** A name for files about the document: its number where it has one, which holds no strokes that file names forbid. */
const fileName = ({ document: { number, name } }: Extraction): string =>
  (number ?? name.replace(/\.\w+$/, '')).replace(/[^\p{L}\p{N}.-]+/gu, '-')

export function Downloads({ id, extraction }: DownloadsProps) {
  const { t } = useLanguage()
  const saveCsv = () =>
    saveBlob(new Blob([toCsv(extraction)], { type: 'text/csv;charset=utf-8' }), `${fileName(extraction)}.csv`)
  return (
    <nav class="downloads" aria-label={t('document.downloads')}>
      <a href={addressOf.original(id)}>{t('document.original')}</a>
      <a href={addressOf.extraction(id)}>{t('document.json')}</a>
      <button type="button" onClick={saveCsv}>
        {t('document.csv')}
      </button>
    </nav>
  )
}
