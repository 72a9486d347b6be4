import { useLanguage } from '../language.tsx'
import { tableNumber } from './cell-address.ts'
import type { DrawnTable } from './table-layout.ts'

/** What the table is called, and the unit it was read in; the title is said, but stands above the table already. */
export function TableCaption({ table: { id, title, unit } }: { table: DrawnTable }) {
  const { language, t } = useLanguage()
  return (
    <caption id={`caption-${id}`} lang={language}>
      {t('table.name', { number: tableNumber(id) })}
      {title !== null && (
        <span class="unseen" lang="vi">
          : {title}
        </span>
      )}
      {unit !== null && <span class="table-unit">{t('table.unit', { unit })}</span>}
    </caption>
  )
}
