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
  'huyen-bao-cao-2017': { recall: 0.98, coreF1: 0.98 },
  'lam-dong-2018': { recall: 0.98, coreF1: 0.98 },
  'lang-son-2020': { recall: 0.98, coreF1: 0.98 },
  'lien-minh-bao-cao-2021': { recall: 0.98, coreF1: 0.97 },
  'lien-minh-lang-son-2023': { recall: 0.98, coreF1: 0.98 },
  'tam-duong-2024': { recall: 0.98, coreF1: 0.98 },
  'tinh-ke-hoach-2022-bang prose': { recall: 0.98, coreF1: 0.98 },
  'tp-2009': { recall: 0.98, coreF1: 0.98 },
  'bien-hoa-2012': { recall: 0.98, coreF1: 0.94 },
  'binh-phuoc-cong-thuong-2011': { recall: 0.98, coreF1: 0.94 },
  'de-an-tuyen-quang-2019': { recall: 0.98, coreF1: 0.98 },
  'dien-bien-2007': { recall: 0.98, coreF1: 0.98 },
  'ha-giang-2012': { recall: 0.98, coreF1: 0.96 },
  'ha-tinh-2015': { recall: 0.98, coreF1: 0.96 },
  'hai-duong-nganh-2018': { recall: 0.98, coreF1: 0.97 },
  'hai-phong-2015': { recall: 0.98, coreF1: 0.96 },
  'hau-giang-2016': { recall: 0.98, coreF1: 0.97 },
  'huyen-bao-cao-2022': { recall: 0.98, coreF1: 0.97 },
  'huyen-mo-duc-2019': { recall: 0.98, coreF1: 0.97 },
  'huyen-tong-ket-2008-ocr': { recall: 0.98, coreF1: 0.95 },
  'khoai-chau-2007': { recall: 0.98, coreF1: 0.95 },
  'kon-tum-nhan-luc-2015': { recall: 0.97, coreF1: 0.94 },
  'krong-pac-2020': { recall: 0.98, coreF1: 0.97 },
  'le-thuy-nghi-quyet-2023': { recall: 0.98, coreF1: 0.9 },
  'lien-minh-ha-tinh-2018': { recall: 0.98, coreF1: 0.98 },
  'lien-minh-hai-duong-2023': { recall: 0.98, coreF1: 0.97 },
  'lien-minh-ho-tro-2024': { recall: 0.98, coreF1: 0.95 },
  'nam-dinh-2017': { recall: 0.98, coreF1: 0.96 },
  'nam-dinh-bao-cao-2013': { recall: 0.98, coreF1: 0.95 },
  'ninh-binh-so-sanh-2020': { recall: 0.98, coreF1: 0.96 },
  'phu-yen-2022': { recall: 0.98, coreF1: 0.95 },
  'quang-ngai-2024': { recall: 0.98, coreF1: 0.93 },
  'quang-tri-2021-2025': { recall: 0.98, coreF1: 0.97 },
  'quang-tri-giam-sat-2020': { recall: 0.98, coreF1: 0.89 },
  'quang-tri-ocr-2008': { recall: 0.97, coreF1: 0.94 },
  'quynh-phu-2025': { recall: 0.98, coreF1: 0.9 },
  'so-khdt-tien-giang-2006': { recall: 0.98, coreF1: 0.86 },
  'so-nn-dong-thap-2021': { recall: 0.98, coreF1: 0.98 },
  'soc-trang-2016': { recall: 0.98, coreF1: 0.97 },
  'tam-nong-2014': { recall: 0.98, coreF1: 0.96 },
  'tan-le-2025': { recall: 0.98, coreF1: 0.94 },
  'thai-binh-tin-dung-2010': { recall: 0.98, coreF1: 0.95 },
  'thai-nguyen-2023': { recall: 0.98, coreF1: 0.98 },
  'tinh-ke-hoach-2016': { recall: 0.98, coreF1: 0.97 },
  'tinh-uy-chuong-trinh-2021': { recall: 0.98, coreF1: 0.97 },
  'tinh-uy-quang-tri-2022': { recall: 0.98, coreF1: 0.98 },
  'tp-buon-ma-thuot-2024': { recall: 0.98, coreF1: 0.94 },
  'tuyen-quang-ke-hoach-2024': { recall: 0.98, coreF1: 0.96 },
  'vinh-long-2026': { recall: 0.98, coreF1: 0.9 },
  'xa-bao-cao-2018': { recall: 0.98, coreF1: 0.95 },
  'xa-yen-thinh-2022': { recall: 0.97, coreF1: 0.97 },
  'yen-bai-2018-quet': { recall: 0.98, coreF1: 0.94 },
  'binh-hoa-dong-2023': { recall: 0.98, coreF1: 0.94 },
  'hai-phong-2008': { recall: 0.98, coreF1: 0.97 },
  'hai-phong-2010': { recall: 0.98, coreF1: 0.83 },
  'hau-giang-2023': { recall: 0.98, coreF1: 0.88 },
  'huyen-yen-khanh-2014': { recall: 0.98, coreF1: 0.97 },
  'kien-giang-2015': { recall: 0.98, coreF1: 0.9 },
  'krong-pac-2019': { recall: 0.98, coreF1: 0.92 },
  'lien-minh-phu-tho-2017': { recall: 0.98, coreF1: 0.92 },
  'quang-binh-2021': { recall: 0.98, coreF1: 0.93 },
  'quang-tri-2013': { recall: 0.98, coreF1: 0.95 },
  'quang-tri-2019': { recall: 0.98, coreF1: 0.94 },
  'tuyen-quang-2022': { recall: 0.98, coreF1: 0.84 },
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
