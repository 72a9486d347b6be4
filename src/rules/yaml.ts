import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A fault in a rule file: where it is, what was found, what was expected. */
export class RuleError extends Error {
  readonly file: string
  readonly line: number
  readonly fault: string
  constructor(file: string, line: number, fault: string) {
    super(`${file}:${line}: ${fault}`)
    this.file = file
    this.line = line
    this.fault = fault
  }
}

/** Keys and indices that lead to a part of a YAML document. */
export type YamlPath = readonly (string | number)[]

export interface CheckedYaml<T> {
  /** Null where there are faults. */
  readonly data: T | null
  /** All of them, in order. */
  readonly faults: readonly RuleError[]
  /** The line, from 1, of a part of the document; of the nearest part above it where there is none. */
  readonly lineOf: (path: YamlPath) => number
}

/** Reads a YAML file and checks it: bad YAML, a duplicate key, content that does not fit the schema. */
export const checkYaml = <S extends z.ZodType>(file: string, source: string, schema: S): CheckedYaml<z.output<S>> => {
  const lines = new LineCounter()
  const doc = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const lineOf = (path: YamlPath): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = doc.getIn(path.slice(0, length).map(String), true) as
        | { range?: [number, number, number] }
        | undefined
      if (node?.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const faults = doc.errors.map(
    e =>
      new RuleError(
        file,
        e.linePos?.[0].line ?? 1,
        e.message.split('\n')[0]?.replace(/ at line \d+, column \d+:$/, '') ?? e.code,
      ),
  )
  if (faults.length > 0) return { data: null, faults, lineOf }
  const result = schema.safeParse(doc.toJS())
  if (result.success) return { data: result.data, faults: [], lineOf }
  return {
    data: null,
    faults: result.error.issues.map(({ path, message }) => {
      const keys = path.map(key => (typeof key === 'symbol' ? String(key) : key))
      return new RuleError(file, lineOf(keys), `${keys.join('.')}: ${message}${foundIn(doc.getIn(keys.map(String)))}`)
    }),
    lineOf,
  }
}

/** What stands in place of what was expected, where it is short enough to say. */
const foundIn = (value: unknown): string => {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return ''
  return `, found ${JSON.stringify(value).slice(0, 60)}`
}

/**
 * Reads a YAML file and checks it.
 * @throws RuleError with file and line of the first fault
 */
export const parseYaml = <S extends z.ZodType>(file: string, source: string, schema: S): z.output<S> => {
  const { data, faults } = checkYaml(file, source, schema)
  if (data === null) throw faults[0] ?? new RuleError(file, 1, 'the file is empty')
  return data
}
