import type { Decision } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { FIELDS } from './header-draft.ts'
import { FIELD_NAME, headerWords } from './header-words.ts'

interface CorrectedFieldsProps {
  readonly decision: Extract<Decision, { kind: 'correct-document' }>
}

/** What a decision made of header fields: `Số, ký hiệu: 155/KH-UBND → 156/KH-UBND`. */
export function CorrectedFields({ decision }: CorrectedFieldsProps) {
  const { t, language } = useLanguage()
  const { settled, replaced } = decision.header
  const words = (header: typeof settled, field: (typeof FIELDS)[number]) =>
    headerWords(field, header, language) || t('document.none')
  return (
    <>
      {' '}
      {FIELDS.filter(field => field in settled)
        .map(field => `${t(FIELD_NAME[field])}: ${words(replaced.fields, field)} → ${words(settled, field)}`)
        .join('; ')}
    </>
  )
}
