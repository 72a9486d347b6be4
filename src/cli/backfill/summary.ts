import type { Backfill, Sources } from '../../backfill/backfill.ts'
import type { Progress } from '../../backfill/progress.ts'
import { width } from '../format/width.ts'

const STATES: Readonly<Record<Backfill['state'], string>> = {
  storing: 'đang lưu tệp · storing files',
  reading: 'đã lưu, đang đọc · stored, being read',
  done: 'xong · done',
}

const sourceText = (sources: Sources): string =>
  (sources.kind === 'paths' ? sources.names : sources.files.map(file => file.name)).join(' ')

/** One line of the list of backfills: id, when it began, how it stands, what was named. */
export const backfillLine = ({ id, created, state, sources }: Backfill): string =>
  `${id}  ${created.slice(0, 19)}Z  ${STATES[state]}  ${sourceText(sources)}\n`

/** What has become of a backfill, one count a line; counts of nothing are left out. */
export function summary(backfill: Backfill, { items, states, stored, known, observations, flags }: Progress): string {
  const rows: readonly (readonly [label: string, count: number])[] = [
    ['tệp · files', items],
    ['mới · new', stored],
    ['đã có · known', known],
    ['bỏ qua · skipped', states.skipped],
    ['không lấy được · refused', states.refused],
    ['chờ lưu · to be stored', states.listed],
    ['chờ đọc · to be read', states.received + states.reading],
    ['đọc xong · read', states.done],
    ['đọc một phần · read in part', states.partial],
    ['đọc lỗi · failed', states.failed],
    ['số liệu · observations', observations],
    ['cờ · flags', flags],
  ]
  const shown = rows.filter(([, count], i) => i === 0 || count > 0)
  const left = Math.max(...shown.map(([label]) => width(label)))
  const right = Math.max(...shown.map(([, count]) => String(count).length))
  const lines = shown.map(
    ([label, count]) => `  ${label}${' '.repeat(left - width(label) + 2)}${String(count).padStart(right)}\n`,
  )
  return `Đợt nạp · Backfill ${backfill.id}: ${STATES[backfill.state]}\n${lines.join('')}`
}
