import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { TableFixture } from '../../fixtures/table-fixture.ts'
import { extractionOf, fixture } from '../extract/fixtures.ts'
import { expectedLines, formulaLines, tableLines } from '../support/table-grid.ts'

const FOLDER = fileURLToPath(new URL('../../fixtures/tables/', import.meta.url))

/** Every table of fixtures/tables in every format that it is there in. */
const WILD = readdirSync(FOLDER)
  .filter(file => file.endsWith('.table.json'))
  .sort()
  .map(file => {
    const name = file.replace('.table.json', '')
    const { tables } = TableFixture.parse(JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')))
    const files = ['txt', 'docx', 'pdf'].map(format => `${name}.${format}`).filter(f => existsSync(`${FOLDER}${f}`))
    if (files.length === 0) throw new Error(`${name} has no file`)
    return { name, tables, files }
  })

/**
 * Two tables are the same where their heads are as high and every place has the same text or is reached over by the same
 * cell. Title, unit and formulas count where the expectation tells them.
 */
describe.each(WILD)('$name', ({ tables: expected, files }) => {
  it.each(files)('is read as it was drawn from %s', async file => {
    const { tables } = await extractionOf(fixture(`tables/${file}`), file)
    expect(tables.map(tableLines)).toEqual(expected.map(expectedLines))
    expected.forEach(({ title, unit, formulas }, i) => {
      const table = tables[i]
      if (title !== undefined) expect(table?.title).toBe(title)
      if (unit !== undefined) expect(table?.unit).toBe(unit)
      if (formulas) expect(table && formulaLines(table)).toEqual(formulas)
    })
  })
})
