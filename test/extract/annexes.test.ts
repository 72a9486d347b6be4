import { beforeAll, describe, expect, it } from 'vitest'
import { annexBlocks } from '../../fixtures/annex-blocks.ts'
import type { Box, Extraction, Observation, TableCell } from '../../src/contract/index.ts'
import { annexGold } from '../support/annex-gold.ts'
import { type DrawnPage, drawnCell, drawnPages, textsIn } from '../support/drawn-page.ts'
import { BODY, drawnLines, tableLines } from '../support/table-grid.ts'
import { countPairs, scoresOf } from '../tools/score/counts.ts'
import { describeDifferences } from '../tools/score/describe.ts'
import { score } from '../tools/score/score.ts'
import { extractionOf, fixture } from './fixtures.ts'

const RULED = ['annexes-ruled.pdf', 'annexes-two-pages.pdf', 'annexes-landscape.pdf', 'annexes-rotated.pdf']
const PDFS = [...RULED, 'annexes-unruled.pdf']

/** Points by which a box may miss the rule that it stands for: half the rule, and what rounding adds. */
const SLACK = 1.5

const { text: goldText, gold } = annexGold()

/** The annexes as the files were made from them. */
const DRAWN = annexBlocks(goldText).flatMap(block => (block.kind === 'grid' ? [drawnLines(block.rows)] : []))

const bodyOf = (lines: readonly string[]): string[] => lines.slice(lines.indexOf(BODY))

const open = (file: string): Promise<Extraction> => extractionOf(fixture(`annexes/${file}`), file)

const cellsOf = (table: Extraction['tables'][number]): TableCell[] => [...table.header, ...table.rows].flat()

const numeralOf = ({ evidence }: Observation, { text }: Extraction): string => text.slice(evidence.start, evidence.end)

/** The cell that an observation names; undefined where its table has none there. */
const cellOf = ({ evidence: { cell } }: Observation, { tables }: Extraction): TableCell | undefined =>
  tables
    .filter(({ id }) => id === cell?.table)
    .flatMap(cellsOf)
    .find(({ row, column }) => row === cell?.row && column === cell?.column)

const isWithin = (inner: Box | null | undefined, outer: Box | null | undefined): boolean =>
  inner != null &&
  outer != null &&
  inner[0] >= outer[0] - SLACK &&
  inner[1] >= outer[1] - SLACK &&
  inner[2] <= outer[2] + SLACK &&
  inner[3] <= outer[3] + SLACK

const overlaps = (a: Box, b: Box): boolean =>
  a[0] < b[2] - SLACK && b[0] < a[2] - SLACK && a[1] < b[3] - SLACK && b[1] < a[3] - SLACK

const withText = (extraction: Extraction): TableCell[] =>
  extraction.tables.flatMap(cellsOf).filter(({ text }) => text.trim() !== '')

/** @throws where there is no such observation, or more than one */
const theOne = ({ observations, text }: Extraction, numeral: string, fits: (o: Observation) => boolean) => {
  const found = observations.filter(o => text.slice(o.evidence.start, o.evidence.end) === numeral && fits(o))
  const [one] = found
  if (!one || found.length > 1) throw new Error(`${found.length} observations of ${numeral}`)
  return one
}

describe.each(['annexes.docx', ...PDFS])('%s', file => {
  let extraction: Extraction
  beforeAll(async () => {
    extraction = await open(file)
  })

  it('gives the observations of the text', () => {
    const { observations } = extraction
    const pairs = score({ text: goldText, gold, neutral: [], observations }, 'number')
    const { strictF1 } = scoresOf(countPairs(pairs))
    expect(strictF1, describeDifferences(goldText, pairs).join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('has three tables, each whole and with its rows as they were drawn', () => {
    expect(extraction.tables.map(tableLines).map(bodyOf)).toEqual(DRAWN.map(bodyOf))
  })

  it('names the cell of every observation, and the number stands in it', () => {
    expect(extraction.observations.length).toBeGreaterThan(0)
    for (const observation of extraction.observations)
      expect(cellOf(observation, extraction)?.text).toContain(numeralOf(observation, extraction))
  })

  it('names the headers of a number, spanning ones first', () => {
    const members = theOne(extraction, '1.599', () => true).evidence.cell
    expect(members?.columnHeader).toEqual(['Năm 2019', 'Ước thực hiện cả năm'])
    expect(members?.rowHeader.at(-1)).toBe('Tổng số thành viên hợp tác xã')
    const fund = theOne(extraction, '500', o => /Tổng kinh phí/.test(o.evidence.cell?.rowHeader.at(-1) ?? '')).evidence
      .cell
    expect(fund?.columnHeader).toEqual(['Kế hoạch năm 2020', 'Trong đó', 'CTMTQG XD Nông thôn mới'])
  })

  it('says which columns of annex 3 are sums, and of which columns', () => {
    const [, , funds] = extraction.tables
    const sum = (left: number, right: number) => [{ column: left }, { column: right }, { operator: '+' }]
    expect(funds?.formulas.map(({ column, steps }) => [column, steps])).toEqual([
      [3, sum(4, 5)],
      [6, sum(7, 8)],
      [9, sum(10, 11)],
    ])
  })
})

// without rules a head says with white space alone how far its cells reach: there the observations tell whether it is read
it.each(['annexes.docx', ...RULED])('%s has every cell of the heads as it was drawn', async file => {
  expect((await open(file)).tables.map(tableLines)).toEqual(DRAWN)
})

describe.each(PDFS)('on the pages of %s', file => {
  let extraction: Extraction
  let pages: DrawnPage[]
  beforeAll(async () => {
    extraction = await open(file)
    pages = await drawnPages(fixture(`annexes/${file}`))
  })

  it('every number stands in its box, and the box in that of its cell', () => {
    expect(extraction.observations.length).toBeGreaterThan(0)
    for (const observation of extraction.observations) {
      const { page, box } = observation.evidence
      const cell = cellOf(observation, extraction)
      expect({ number: numeralOf(observation, extraction), page, inCell: isWithin(box, cell?.box) }).toEqual({
        number: numeralOf(observation, extraction),
        page: cell?.page,
        inCell: true,
      })
      expect(set(pages, page, box).texts).toContain(numeralOf(observation, extraction))
    }
  })

  it('every cell has its own place on its page, and its text stands there', () => {
    expect(withText(extraction).length).toBeGreaterThan(400)
    for (const { text, page, box } of withText(extraction)) {
      const { texts, torn } = set(pages, page, box)
      const written = text.replace(/\s/g, '')
      if (torn) for (const piece of texts) expect(written).toContain(piece)
      else expect(texts.join('')).toBe(written)
    }
  })

  it('no two cells of a page overlap', () => {
    const cells = withText(extraction).flatMap(({ page, box }) => (box ? [{ page, box }] : []))
    expect(cells.length).toBeGreaterThan(400)
    const clashes = cells.flatMap((a, i) =>
      cells.slice(i + 1).flatMap(b => (a.page === b.page && overlaps(a.box, b.box) ? [[a, b]] : [])),
    )
    expect(clashes).toEqual([])
  })
})

describe.each(RULED)('between the rules of %s', file => {
  it('every cell has the box that is drawn round it', async () => {
    const extraction = await open(file)
    const pages = await drawnPages(fixture(`annexes/${file}`))
    expect(withText(extraction).length).toBeGreaterThan(400)
    for (const { text, page, box } of withText(extraction)) {
      const middle = box ? ([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const) : ([0, 0] as const)
      const drawn = drawnCell(pageOf(pages, page), middle)
      const same = isWithin(box, drawn) && isWithin(drawn, box)
      expect({ text, page, box, drawn, same }).toMatchObject({ same: true })
    }
  })
})

it('a table that goes on over a page keeps one head, and its cells the page they stand on', async () => {
  const { tables } = await open('annexes-two-pages.pdf')
  const pages = tables.map(({ header, rows }) => [header, rows].map(part => pagesOf(part.flat())))
  expect(pages).toEqual([
    [[2], [2, 3]],
    [[4], [4, 5]],
    [[6], [6, 7]],
  ])
})

const pagesOf = (cells: readonly TableCell[]) => [...new Set(cells.map(({ page }) => page))]

const pageOf = (pages: readonly DrawnPage[], page: number | null): DrawnPage => {
  const drawn = pages[(page ?? 0) - 1]
  if (!drawn) throw new Error(`no page ${page}`)
  return drawn
}

/** What the file sets within a box, which may be as tight as the letters. */
const set = (pages: readonly DrawnPage[], page: number | null, box: Box | null) => {
  const [left, top, right, bottom] = box ?? [0, 0, 0, 0]
  return textsIn(pageOf(pages, page), [left - SLACK, top - SLACK, right + SLACK, bottom + SLACK])
}
