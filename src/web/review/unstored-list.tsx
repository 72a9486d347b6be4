import { useLanguage } from '../language.tsx'
import type { Unstored } from './desk-state.ts'
import { UnstoredLine } from './unstored-line.tsx'

interface UnstoredListProps {
  readonly unstored: readonly Unstored[]
  readonly onShow?: (record: string) => void
}

/** More are counted, not listed. */
const SHOWN = 20

/** Decisions that are not stored, the first of many. */
export function UnstoredList({ unstored, onShow }: UnstoredListProps) {
  const { t } = useLanguage()
  return (
    <ul aria-label={t('desk.yours')}>
      {unstored.slice(0, SHOWN).map(each => (
        <li key={each.key}>
          <UnstoredLine unstored={each} onShow={onShow} />
        </li>
      ))}
      {unstored.length > SHOWN && <li>{t('desk.more', { count: unstored.length - SHOWN })}</li>}
    </ul>
  )
}
