import type { Reextraction, ReextractionPlan } from '../../contract/index.ts'
import { columns } from './columns.ts'
import { impactText } from './impact-text.ts'

/** A run that is over, for people: how many documents, which failed and why, and what came of it. */
export const reextractionText = ({ id, documents: d, failures, impact }: Reextraction): string => {
  const { read, judged, untouched, failed } = d
  const lines = [
    `Lượt đọc lại · run ${id}`,
    `${read} đọc lại · read, ${judged} chỉ kiểm tra lại · judged, ${untouched} không bị ảnh hưởng · untouched, ${failed} lỗi · failed`,
    ...failures.map(
      f => `  ${f.document}  ${f.name}: ${f.title.vi} · ${f.title.en} (${f.code}). ${f.cure.vi} ${f.cure.en}`,
    ),
    ...(failed > failures.length ? [`  … ${failed - failures.length} nữa · more`] : []),
    ...(failed > 0 ? ['  Các văn bản này giữ kết quả cũ. · These documents keep the extraction that they had.'] : []),
  ]
  return `${lines.join('\n')}\n${impact === null ? '' : `\n${impactText(impact)}`}`
}

/** How a run stands, in one line. */
export const progressText = ({ documents: { waiting, read, judged, failed } }: Reextraction): string =>
  `${read + judged + failed} / ${waiting + read + judged + failed} văn bản · documents, ${failed} lỗi · failed\n`

/** What a run would do, for people. */
export const planText = ({ documents: d, files, unknown }: ReextractionPlan): string => {
  const rows = [
    ['đã theo quy tắc này · current', d.current],
    ['không bị ảnh hưởng · untouched', d.untouched],
    ['chỉ kiểm tra lại · to be judged', d.judging],
    ['đọc lại · to be read', d.reading],
    ['chưa có kết quả · without an extraction', d.without],
  ]
  const lines = [
    ...columns(['', 'văn bản'], rows),
    ...(files.length === 0
      ? []
      : [
          '',
          ...columns(
            ['Tệp quy tắc đã đổi · Changed files', 'văn bản'],
            files.map(f => [f.file, f.documents]),
          ),
        ]),
    ...(unknown === 0
      ? []
      : [
          '',
          `${unknown} văn bản do bản khác hoặc bộ quy tắc không còn biết · by another engine, or rules nobody knows`,
        ]),
  ]
  return `${lines.join('\n')}\n`
}
