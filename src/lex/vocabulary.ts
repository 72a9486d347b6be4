import type { TagBits, TagTable } from '../rules/tags.ts'

/** Tags that the lexer itself gives or asks for; all others are known to rules only. */
export const LEXER_TAGS = [
  'Number',
  'Cardinal',
  'MonthNumber',
  'Year',
  'NumberWord',
  'Spelled',
  'Quantity',
  'Count',
  'Bare',
  'Money',
  'Percent',
  'Times',
  'Area',
  'PairSecond',
  'Per',
  'Magnitude',
  'MillionWord',
  'MoneyUnit',
  'Currency',
  'PercentWord',
  'PointWord',
  'Comparator',
  'ComparatorAfter',
  'About',
  'AtLeast',
  'Date',
  'MonthDate',
  'Time',
  'Baseline',
  'Founding',
  'Deadline',
  'ComparedTo',
  'RaiseTo',
  'Reference',
  'NotStatistic',
  'Capital',
  'Comma',
  'Semicolon',
  'Colon',
  'Stop',
  'Open',
  'Close',
  'Slash',
  'Dash',
  'Plus',
  'Quote',
  'ProperName',
  'Plain',
  'Break',
  'FlowVerb',
] as const
export type LexerTag = (typeof LEXER_TAGS)[number]

/** The lexer's tags as numbers and as ready bit sets. */
export interface Vocabulary {
  readonly id: Readonly<Record<LexerTag, number>>
  readonly bits: Readonly<Record<LexerTag, TagBits>>
  readonly none: TagBits
  /** Sets of several tags that tokens have by themselves. */
  readonly of: {
    readonly year: TagBits
    readonly cardinal: TagBits
    readonly monthNumber: TagBits
    readonly properName: TagBits
    readonly firstCapital: TagBits
    readonly sign: ReadonlyMap<string, TagBits>
  }
}

const SIGNS: Readonly<Record<string, readonly LexerTag[]>> = {
  ',': ['Comma', 'Break'],
  ';': ['Semicolon', 'Break'],
  ':': ['Colon', 'Break'],
  '.': ['Stop', 'Break'],
  '?': ['Stop', 'Break'],
  '!': ['Stop', 'Break'],
  '(': ['Open', 'Break'],
  '[': ['Open', 'Break'],
  ')': ['Close', 'Break'],
  ']': ['Close', 'Break'],
  '/': ['Slash'],
  '-': ['Dash'],
  '÷': ['Dash'],
  '+': ['Plus'],
  '%': ['Percent'],
  '"': ['Quote'],
  '“': ['Quote'],
  '”': ['Quote'],
  '\t': ['Break'],
}

export const vocabularyOf = (tags: TagTable): Vocabulary => {
  const ids = LEXER_TAGS.map(t => [t, tags.id(t)] as const)
  const bits = LEXER_TAGS.map(t => [t, tags.bits([t])] as const)
  return {
    id: Object.fromEntries(ids) as Record<LexerTag, number>,
    bits: Object.fromEntries(bits) as Record<LexerTag, TagBits>,
    none: tags.none,
    of: {
      year: tags.bits(['Number', 'Year']),
      cardinal: tags.bits(['Number', 'Cardinal']),
      monthNumber: tags.bits(['Number', 'Cardinal', 'MonthNumber']),
      properName: tags.bits(['Capital', 'ProperName']),
      firstCapital: tags.bits(['Capital', 'Plain']),
      sign: new Map(Object.entries(SIGNS).map(([sign, names]) => [sign, tags.bits(names)])),
    },
  }
}
