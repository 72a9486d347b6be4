import type { Area, CodeList, Language, Statement } from '../../contract/index.ts'
import { attributeText } from '../dashboard/attribute-text.ts'
import { formatValue } from '../format/value.ts'
import { AREA_LEVEL, ATTRIBUTE } from '../labels.ts'
import { text } from '../texts.ts'

/** An attribute in the words of the page, before and after. */
export interface AttributeChange {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** Those that the figure does not say: `1.599 triệu đồng/HTX` is value, comparator, unit and what it is per. */
const BESIDE_FIGURE = ['indicator', 'subject', 'sector', 'measure', 'period', 'status'] as const
const WORDS = { label: 'edit.label', qualifier: 'why.qualifier', source: 'why.source' } as const

/** The figure of a statement as people write it; empty where it has none. */
export const figureOf = (statement: Statement, language: Language): string => {
  const { number, unit } = formatValue(statement, language)
  return `${number} ${unit}`.trim()
}

/**
 * What of a statement is another than before, the figure first.
 * @param codes for the names of indicators; null as long as they are not known
 */
export const attributeChanges = (
  before: Statement,
  after: Statement,
  language: Language,
  codes: CodeList | null,
): readonly AttributeChange[] => {
  const written = (words: string | null) => words ?? text('document.none', language)
  const area = (place: Area | null) => (place === null ? null : `${place.name} (${AREA_LEVEL[place.level][language]})`)
  const changes = [
    { name: ATTRIBUTE.value[language], of: (s: Statement) => figureOf(s, language) },
    ...BESIDE_FIGURE.map(name => ({
      name: ATTRIBUTE[name][language],
      of: (s: Statement) => attributeText(name, s[name], language, codes),
    })),
    { name: text('why.area', language), of: (s: Statement) => area(s.area) },
    ...(Object.keys(WORDS) as (keyof typeof WORDS)[]).map(name => ({
      name: text(WORDS[name], language),
      of: (s: Statement) => s[name],
    })),
  ]
  return changes
    .map(({ name, of }) => ({ name, before: written(of(before)), after: written(of(after)) }))
    .filter(change => change.before !== change.after)
}
