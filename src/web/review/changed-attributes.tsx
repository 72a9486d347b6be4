import type { Statement } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { attributeChanges } from './attribute-changes.ts'
import { useCodes } from './use-codes.ts'

interface ChangedAttributesProps {
  readonly before: Statement
  readonly after: Statement
}

/** What of a statement became another: `Giá trị: 1.559 người → 1.599 người; Kỳ: 2019 → 2020`. */
export function ChangedAttributes({ before, after }: ChangedAttributesProps) {
  const { language } = useLanguage()
  const { codes } = useCodes()
  const changes = attributeChanges(before, after, language, codes)
  if (changes.length === 0) return null
  return (
    <span class="changed-attributes" lang="vi">
      {changes.map(change => `${change.name}: ${change.before} → ${change.after}`).join('; ')}
    </span>
  )
}
