import { type XmlTag, xmlTags } from './xml-tags.ts'

/** One level of a list (ECMA-376 part 1, 17.9.6 lvl). */
export interface ListLevel {
  readonly start: number
  readonly format: string
  /** `%1.%2.` for ordered lists, the mark itself for bullets. */
  readonly text: string
  readonly suffix: string
  /** 1-based level whose appearance restarts this one; 0 never, null any higher level. */
  readonly restartAfter: number | null
}

/** A numbering that paragraphs name by `numId`. Numberings of one `family` count on together. */
export interface List {
  readonly family: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Levels at which this numbering begins anew. */
  readonly startOverrides: ReadonlyMap<number, number>
}

interface ListBuilder {
  family: string
  levels: Map<number, ListLevel>
  startOverrides: Map<number, number>
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * The lists that `word/numbering.xml` defines, by `numId`, with the overrides of each.
 * @param xml the part as text; what it lacks gets Word's defaults
 */
export function readListDefinitions(xml: string): ReadonlyMap<string, List> {
  const families = new Map<string, Map<number, ListLevel>>()
  const lists = new Map<string, ListBuilder>()
  let levels: Map<number, ListLevel> | null = null
  let list: ListBuilder | null = null
  let level: Mutable<ListLevel> | null = null
  let overridden = 0
  for (const tag of xmlTags(xml)) {
    if (tag.kind === 'close') {
      if (tag.name === 'w:lvl') level = null
      if (tag.name === 'w:num') list = null
      continue
    }
    const value = tag.attribute('w:val') ?? ''
    switch (tag.name) {
      case 'w:abstractNum':
        levels = new Map()
        families.set(tag.attribute('w:abstractNumId') ?? '', levels)
        break
      case 'w:num':
        list = { family: '', levels: new Map(), startOverrides: new Map() }
        lists.set(tag.attribute('w:numId') ?? '', list)
        break
      case 'w:abstractNumId':
        if (list !== null) {
          list.family = value
          list.levels = new Map(families.get(value))
        }
        break
      case 'w:lvlOverride':
        overridden = numberOf(tag, 'w:ilvl')
        break
      case 'w:startOverride':
        list?.startOverrides.set(overridden, numberOf(tag, 'w:val'))
        break
      case 'w:lvl':
        level = { start: 1, format: 'decimal', text: '', suffix: 'tab', restartAfter: null }
        ;(list?.levels ?? levels)?.set(numberOf(tag, 'w:ilvl'), level)
        break
      default:
        if (level !== null) setLevel(level, tag.name, value)
    }
  }
  return lists
}

function setLevel(level: Mutable<ListLevel>, name: string, value: string): void {
  if (name === 'w:start') level.start = Number(value) || 0
  else if (name === 'w:numFmt') level.format = value
  else if (name === 'w:lvlText') level.text = value
  else if (name === 'w:suff') level.suffix = value
  else if (name === 'w:lvlRestart') level.restartAfter = Number(value) || 0
}

const numberOf = (tag: XmlTag, attribute: string): number => Number(tag.attribute(attribute)) || 0
