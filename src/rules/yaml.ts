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

/**
 * Reads a YAML file and checks it.
 * @throws RuleError with file and line for bad YAML, a duplicate key, or content that does not fit the schema
 */
export const parseYaml = <S extends z.ZodType>(file: string, source: string, schema: S): z.output<S> => {
  const lines = new LineCounter()
  const doc = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const fault = doc.errors[0]
  if (fault) throw new RuleError(file, fault.linePos?.[0].line ?? 1, fault.message)
  const result = schema.safeParse(doc.toJS())
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const node = doc.getIn(issue?.path.map(String) ?? [], true) as { range?: [number, number, number] } | undefined
  const line = node?.range ? lines.linePos(node.range[0]).line : 1
  throw new RuleError(file, line, `${issue?.path.join('.')}: ${issue?.message}`)
}
