import type { CurrentHeader, HeaderField } from '../../contract/index.ts'
import { formatDay } from '../format/moment.ts'
import { useLanguage } from '../language.tsx'
import { headerWords } from './header-words.ts'

interface SettledByProps {
  readonly header: CurrentHeader
  readonly field: HeaderField
}

/** Who settled a field and when, and what the machine says of it; nothing where the field is the machine's. */
export function SettledBy({ header, field }: SettledByProps) {
  const { t, language } = useLanguage()
  const settled = header.settled[field]
  if (settled === undefined) return null
  const changed = header.since.includes(field)
  const words = headerWords(field, header.machine, language) || t('document.none')
  return (
    <>
      <span class="header-by">
        <span aria-hidden="true">✎ </span>
        {t('header.settled', { who: settled.who, when: formatDay(settled.when, language) })}
        {settled.why !== null && `: ${settled.why}`}
      </span>
      {field in header.machine && (
        <span class={changed ? 'header-machine is-changed' : 'header-machine'}>
          {changed && <span aria-hidden="true">▲ </span>}
          {t(changed ? 'header.machine.since' : 'header.machine', { words })}
        </span>
      )}
    </>
  )
}
