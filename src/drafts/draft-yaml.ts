import { Document, isMap, isSeq, visit } from 'yaml'
import type { Draft } from './draft.ts'

const HEAD = ` Ví dụ từ một quyết định rà soát. Sửa quy tắc cho đến khi trichluc rules check đọc đúng, chuyển câu vào examples của quy tắc, rồi xóa tệp này.
 An example from a reviewer's decision. Change the rules until trichluc rules check reads it, move the sentence to the examples of the rule, then delete this file.`

/** A draft as YAML: what it leaves at its default is left out, rows of tables and lists of codes stand on one line. */
export const draftYaml = (draft: Draft): string => {
  const { from, misread, document, above, example, table, expected } = draft
  const told = Object.entries(document).filter(
    ([, value]) => value !== null && value !== false && value !== 'vietnamese' && !isEmpty(value),
  )
  const written = new Document({
    from: withoutNulls(from),
    misread,
    document: Object.fromEntries(told),
    ...(above.length === 0
      ? {}
      : { above: above.map(({ leadIn, ...a }) => withoutNulls(leadIn ? { ...a, leadIn } : a)) }),
    ...(example === undefined ? {} : { example }),
    ...(table === undefined ? {} : { table }),
    expected,
  })
  visit(written, {
    Seq(_, seq, path) {
      const isRow = path.length > 0 && seq.items.every(item => !isSeq(item) && !(isMap(item) && item.has('attribute')))
      if (isRow && !(seq.items.length > 0 && seq.items.every(item => isMap(item) && item.has('text')))) seq.flow = true
    },
    Map(_, map) {
      if (map.has('text') || map.has('attribute') || map.has('level')) map.flow = true
    },
  })
  written.commentBefore = HEAD
  return written.toString({ lineWidth: 0, flowCollectionPadding: false })
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const withoutNulls = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
