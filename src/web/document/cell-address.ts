import type { CellPlace } from '../../contract/index.ts'

/** The number that people know a table by: `3` for `t3`. */
export const tableNumber = (id: string): string => id.replace(/^\D+/, '')

const chainOf = (headers: readonly string[]): string =>
  headers
    .map(words => words.replace(/\s+/g, ' ').trim())
    .filter(words => words !== '')
    .join(' › ')

/** The headers that lead to a cell, the outermost first: `I Hợp tác xã › Số thành viên × Năm 2019 › Kế hoạch`. */
export const cellAddress = ({ rowHeader, columnHeader }: CellPlace): string =>
  [rowHeader, columnHeader]
    .map(chainOf)
    .filter(chain => chain !== '')
    .join(' × ')
