import type { LexiconEntry } from '../rules/lexicon.ts'
import { LexiconFile } from '../rules/lexicon.ts'
import type { RuleFile } from '../rules/rule-files.ts'
import { IndicatorFile, MeasureFile, NotStatisticFile } from '../rules/schema.ts'
import { checkYaml, type YamlPath } from '../rules/yaml.ts'
import { PeriodFile } from './rule-schemas.ts'

/** A text of a rule and its line. */
export interface Written {
  readonly text: string
  readonly line: number
}

/** A pattern of a rule; `number` where it is matched around a number, which has to be marked in it. */
export interface WrittenPattern extends Written {
  readonly number: boolean
}

/** One rule of any kind with the places of its parts. */
export interface CataloguedRule {
  readonly kind: 'indicator' | 'measure' | 'numeral' | 'period'
  readonly id: string
  readonly file: string
  readonly line: number
  /** What an example of it is read as: an indicator, a measure, a class, a period. */
  readonly promises: string
  /** What it is tried by, for people: its priority, or its place in its file. */
  readonly rank: string
  readonly patterns: readonly WrittenPattern[]
  readonly examples: readonly Written[]
  readonly counterExamples: readonly Written[]
}

export interface RuleCatalogue {
  readonly rules: readonly CataloguedRule[]
  readonly lexicon: readonly LexiconEntry[]
  /** Codes of indicators. */
  readonly codes: readonly (Written & { readonly file: string })[]
}

type Places = (path: YamlPath) => number

const writtenAt = (lineOf: Places, path: YamlPath, texts: readonly string[] = []): Written[] =>
  texts.map((text, i) => ({ text, line: lineOf([...path, i]) }))

const patternsAt = (
  lineOf: Places,
  path: YamlPath,
  rule: Readonly<Partial<Record<'match' | 'has' | 'hasNot' | 'under' | 'about', readonly string[] | undefined>>>,
): WrittenPattern[] =>
  (['match', 'has', 'hasNot', 'under', 'about'] as const).flatMap(part =>
    writtenAt(lineOf, [...path, part], rule[part]).map(w => ({ ...w, number: part === 'match' })),
  )

const explained = (
  lineOf: Places,
  path: YamlPath,
  rule: { readonly examples: readonly string[]; readonly counterExamples?: readonly string[] },
): Pick<CataloguedRule, 'line' | 'examples' | 'counterExamples'> => ({
  line: lineOf(path),
  examples: writtenAt(lineOf, [...path, 'examples'], rule.examples),
  counterExamples: writtenAt(lineOf, [...path, 'counterExamples'], rule.counterExamples),
})

/** All rules of files that have the form they should have; files that have not are left out. */
export const catalogueOf = (files: readonly RuleFile[]): RuleCatalogue => {
  const read = <S extends Parameters<typeof checkYaml>[2]>(prefix: string, schema: S) =>
    files
      .filter(({ name }) => name.startsWith(prefix))
      .flatMap(({ name, source }) => {
        const { data, lineOf } = checkYaml(name, source, schema)
        return data === null ? [] : [{ file: name, data, lineOf }]
      })
  const indicatorFiles = read('indicators/', IndicatorFile)
  const indicators = indicatorFiles.flatMap(({ file, data, lineOf }) =>
    data.flatMap((indicator, i) =>
      indicator.rules.map((rule, k): CataloguedRule => {
        const path = [i, 'rules', k]
        const patterns = patternsAt(lineOf, path, rule)
        const rank = `priority ${rule.priority}`
        return {
          kind: 'indicator',
          id: rule.id,
          file,
          promises: indicator.code,
          rank,
          patterns,
          ...explained(lineOf, path, rule),
        }
      }),
    ),
  )
  const measures = read('measures.yaml', MeasureFile).flatMap(({ file, data, lineOf }) =>
    data.map((rule, i): CataloguedRule => {
      const patterns = patternsAt(lineOf, [i], rule)
      return {
        kind: 'measure',
        id: rule.id,
        file,
        promises: rule.measure,
        rank: `rule ${i + 1}`,
        patterns,
        ...explained(lineOf, [i], rule),
      }
    }),
  )
  const numerals = read('numerals.yaml', NotStatisticFile).flatMap(({ file, data, lineOf }) =>
    data.map((rule, i): CataloguedRule => {
      const patterns = patternsAt(lineOf, [i], rule)
      return {
        kind: 'numeral',
        id: rule.id,
        file,
        promises: rule.class,
        rank: `rule ${i + 1}`,
        patterns,
        ...explained(lineOf, [i], rule),
      }
    }),
  )
  const periods = read('periods.yaml', PeriodFile).flatMap(({ file, data, lineOf }) =>
    data.map((rule, i): CataloguedRule => {
      const patterns = [{ text: rule.match, line: lineOf([i, 'match']), number: false }]
      return {
        kind: 'period',
        id: rule.reads,
        file,
        promises: 'one period',
        rank: `rule ${i + 1}`,
        patterns,
        ...explained(lineOf, [i], rule),
      }
    }),
  )
  return {
    rules: [...indicators, ...measures, ...numerals, ...periods],
    lexicon: read('lexicon/', LexiconFile).flatMap(({ data }) => data),
    codes: indicatorFiles.flatMap(({ file, data, lineOf }) =>
      data.map(({ code }, i) => ({ file, text: code, line: lineOf([i]) })),
    ),
  }
}
