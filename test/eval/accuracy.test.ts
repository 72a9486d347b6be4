import { expect, test } from 'vitest'
import { evaluateDocument } from '../tools/eval/evaluate.ts'
import { goldDocuments } from '../tools/eval/gold-documents.ts'
import { scoresOf } from '../tools/score/counts.ts'

/**
 * What accuracy may not fall below, a little under what docs/accuracy.md shows: share of the gold observations that are
 * located, and core F1. A change that raises accuracy for good raises its floor.
 */
const FLOORS: Readonly<Record<string, { readonly recall: number; readonly coreF1: number }>> = {
  'bac-kan-2020 prose': { recall: 0.98, coreF1: 0.97 },
  'huyen-bao-cao-2017': { recall: 0.98, coreF1: 0.97 },
  'lang-son-2020': { recall: 0.98, coreF1: 0.97 },
  'lien-minh-bao-cao-2021': { recall: 0.98, coreF1: 0.97 },
  'tinh-ke-hoach-2022-bang prose': { recall: 0.98, coreF1: 0.98 },
  'tp-2009': { recall: 0.98, coreF1: 0.98 },
  'de-an-tuyen-quang-2019': { recall: 0.98, coreF1: 0.83 },
  'dien-bien-2007': { recall: 0.98, coreF1: 0.94 },
  'hau-giang-2016': { recall: 0.98, coreF1: 0.93 },
  'huyen-mo-duc-2019': { recall: 0.98, coreF1: 0.87 },
  'lien-minh-ha-tinh-2018': { recall: 0.97, coreF1: 0.88 },
  'nam-dinh-bao-cao-2013': { recall: 0.98, coreF1: 0.8 },
  'quang-tri-2021-2025': { recall: 0.98, coreF1: 0.84 },
  'so-nn-dong-thap-2021': { recall: 0.98, coreF1: 0.82 },
  'tinh-uy-quang-tri-2022': { recall: 0.98, coreF1: 0.82 },
  'tp-buon-ma-thuot-2024': { recall: 0.98, coreF1: 0.87 },
  'xa-yen-thinh-2022': { recall: 0.93, coreF1: 0.77 },
  'yen-bai-2018-quet': { recall: 0.98, coreF1: 0.81 },
}

const documents = goldDocuments()

test('every floor is that of a labelled document', () => {
  const names = documents.map(d => d.name)
  expect(Object.keys(FLOORS).filter(key => !names.includes(key.split(' ')[0] ?? ''))).toEqual([])
})

test.each(Object.entries(FLOORS))('%s is read at least as well as before', async (key, floor) => {
  const [name, part] = key.split(' ')
  const document = documents.find(d => d.name === name)
  if (!document) throw new Error(`no gold for ${name}`)
  const evaluated = await evaluateDocument(document)
  const counts = part === undefined ? evaluated.counts : evaluated.parts.find(p => p.name === part)?.counts
  if (!counts) throw new Error(`${name} has no part ${part}`)
  const { recall, coreF1 } = scoresOf(counts)
  expect(recall).toBeGreaterThanOrEqual(floor.recall)
  expect(coreF1).toBeGreaterThanOrEqual(floor.coreF1)
})

test.each(documents)('every numeral of $name is accounted for', async document => {
  const { numerals } = await evaluateDocument(document)
  const { total, unexplained, ...classes } = numerals
  expect(Object.values(classes).reduce((sum, n) => sum + n, unexplained.length)).toBe(total)
})
