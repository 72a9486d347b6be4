import type { ArchiveReport, ArchiveSizes, Finding } from '../../contract/index.ts'
import { columns } from './columns.ts'

/** What was found of an archive, for people: two lines and a cure for each finding, what the archive takes, and the verdict. */
export const archiveText = ({ findings, errors, notes, sizes }: ArchiveReport): string => {
  const more = errors + notes - findings.length
  const lines = [
    ...findings.flatMap(findingLines),
    ...(more > 0 ? [`… ${more} điều nữa · more`] : []),
    ...(findings.length > 0 ? [''] : []),
    ...sizeLines(sizes),
    '',
    `${errors} lỗi · errors, ${notes} ghi chú · notes`,
  ]
  return `${lines.join('\n')}\n`
}

const SIGN = { error: '✗', note: '·' } as const

const findingLines = ({ level, code, subject, text, cure }: Finding): string[] => [
  `${SIGN[level]} ${code}  ${subject}`,
  `    ${text.vi} ${cure.vi}`,
  `    ${text.en} ${cure.en}`,
]

const sizeLines = ({ documents, originals, texts, extractions, perDocument }: ArchiveSizes): string[] =>
  columns(
    ['', 'số · count', 'byte', 'byte / văn bản · document'],
    [
      ['tệp gốc · originals', originals.count, originals.bytes, perDocument?.original ?? 0],
      ['toàn văn · texts', texts.count, texts.bytes, perDocument?.text ?? 0],
      ['kết quả · extractions', extractions.count, extractions.bytes, perDocument?.extraction ?? 0],
      ['tất cả · all', documents, originals.bytes + texts.bytes + extractions.bytes, perDocument?.all ?? 0],
    ],
  )
