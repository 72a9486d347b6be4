import type { Bilingual, Decision, DecisionKind } from '../contract/index.ts'

const KINDS: Readonly<Record<DecisionKind, Bilingual>> = {
  confirm: { vi: 'chấp nhận', en: 'confirm' },
  correct: { vi: 'sửa', en: 'correct' },
  reject: { vi: 'loại', en: 'reject' },
  add: { vi: 'thêm', en: 'add' },
  'correct-document': { vi: 'sửa thể thức', en: 'correct the header' },
  note: { vi: 'ghi chú', en: 'note' },
  'accept-suggestion': { vi: 'theo gợi ý', en: 'accept the suggestion' },
  dismiss: { vi: 'bỏ qua cờ', en: 'dismiss the flag' },
  undo: { vi: 'hủy quyết định', en: 'undo' },
}

/** A decision as its reviewer would name it, by what it does and what it is about: `loại “35” (Số HTX thành lập mới)`. */
export const decisionWords = (decision: Decision): Bilingual => {
  const { vi, en } = KINDS[decision.kind]
  const about = aboutOf(decision)
  return about === '' ? { vi, en } : { vi: `${vi} ${about}`, en: `${en} ${about}` }
}

/** A record by the number that is printed for it, and what it counts. */
export const recordWords = (number: string, label: string): string => `“${number}” (${label})`

const aboutOf = (decision: Decision): string => {
  if ('flag' in decision) return decision.flag.expression
  if (!('anchor' in decision) || decision.anchor === null) return ''
  const { quote } = decision.anchor
  if ('settled' in decision) return recordWords(quote || decision.settled.evidence.quote, decision.settled.label)
  if (decision.kind === 'note') return `“${quote}”`
  const { evidence, label } = decision.replaced.observation
  return recordWords(quote || evidence.quote, label)
}
