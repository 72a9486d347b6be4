import { describe, expect, it } from 'vitest'
import { referenceMismatch } from '../../../src/check/form/reference-mismatch.ts'
import { extractionOf, fixture } from '../../extract/fixtures.ts'
import { findFaults } from './find-faults.ts'

const faults = (...mentions: string[]) =>
  findFaults(referenceMismatch, mentions.map(mention => `Căn cứ ${mention};\n`).join('\n'))

describe('a legal document named in two ways', () => {
  it.each([
    [
      'with letters of the agency moved, which is sure where date and type agree',
      'Công văn số 5678/BKHĐT-HTX ngày 12/8/2019',
      'Công văn số 5678/BKHD-THTX ngày 12/8/2019',
      'warning',
    ],
    [
      'as one of the Party’s centre and of a province',
      'Kết luận số 70-KL/TW ngày 09/3/2020',
      'Kết luận số 70-KL/TU ngày 09/3/2020',
      'warning',
    ],
    [
      'with two dates in a year in which a central body gives a number once',
      'Quyết định số 461/QĐ-TTg ngày 27/4/2018',
      'Quyết định số 461/QĐ-TTg ngày 24/7/2018',
      'warning',
    ],
    [
      'with digits of its date in another order',
      'Nghị quyết số 04/2019/NQ-HĐND ngày 17/4/2019',
      'Nghị quyết số 04/2019/NQ-HĐND ngày 14/7/2019',
      'note',
    ],
    [
      'with another year at the same day',
      'Nghị quyết số 13-NQ/TW ngày 18/3/2002',
      'Nghị quyết số 13-NQ/TW ngày 18/3/2012',
      'note',
    ],
    [
      'as a decree and as a resolution',
      'Nghị định số 45/2021/NĐ-CP ngày 31/3/2021',
      'Nghị quyết số 45/2021/NĐ-CP ngày 31/3/2021',
      'warning',
    ],
  ])('is found %s', async (_, first, second, severity) => {
    expect(await faults(first, second)).toEqual([`${severity} “[${first}]” ≠ “[${second}]”`])
  })

  it('is found without a date where the issuer is the same, with all places that name it', async () => {
    const extraction = await extractionOf(fixture('gold/lam-dong-2018.txt'))
    const [finding, ...more] = referenceMismatch(extraction)
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      severity: 'note',
      words: { first: 'Kết luận số 56-KL/TU ngày 21/02/2013', second: 'Kết luận số 56-KL/TW' },
    })
    const places = finding?.places.map(({ start, end }) => extraction.text.slice(start, end))
    expect(places).toEqual(Array(2).fill('Kết luận số 56-KL/TU ngày 21/02/2013'))
  })
})

describe('documents that share a number', () => {
  it.each([
    ['of two ministries', 'Thông tư số 01/2019/TT-BTC ngày 02/01/2019', 'Thông tư số 01/2019/TT-BNV ngày 24/01/2019'],
    ['of two ministries with near symbols', 'Thông tư số 01/2019/TT-BTC', 'Thông tư số 01/2019/TT-BCT'],
    ['of two types', 'Nghị định số 45/2021/NĐ-CP', 'Quyết định số 45/QĐ-UBND ngày 11/01/2021'],
    ['of one day and two types', 'Kế hoạch số 12/KH-UBND ngày 06/01/2022', 'Kết luận số 12/KL-UBND ngày 06/01/2022'],
    ['of the centre and a province', 'Kết luận số 70-KL/TW ngày 09/3/2020', 'Kết luận số 70-KL/TU ngày 15/6/2021'],
    ['of two years', 'Quyết định số 45/QĐ-TTg ngày 03/02/2018', 'Quyết định số 45/QĐ-TTg ngày 10/01/2019'],
    [
      'of a province and a district',
      'Kế hoạch số 12/KH-UBND ngày 06/01/2022 của UBND tỉnh',
      'Kế hoạch số 12/KH-UBND ngày 16/01/2022 của UBND huyện',
    ],
    ['once without its date', 'Quyết định số 1054/QĐ-UBND ngày 11/8/2022', 'Quyết định số 1054/QĐ-UBND'],
    ['in capitals and without marks', 'Chỉ thị số 12/CT-TTg ngày 22/5/2018', 'CHỈ THỊ SỐ 12/CT-TTG NGÀY 22/5/2018'],
    [
      'as a decision and the programme that it approves',
      'Quyết định số 1804/QĐ-TTg ngày 13/11/2020',
      'Chương trình số 1804/QĐ-TTg ngày 13/11/2020',
    ],
  ])('are left alone: %s', async (_, first, second) => {
    expect(await faults(first, second)).toEqual([])
  })
})

describe('a resolution of the Party', () => {
  it('is found under two congresses', async () => {
    expect(await findFaults(referenceMismatch, fixture('gold/lang-son-2020.txt'))).toEqual([
      'note “[Nghị quyết Trung ương 5 khoá IX]” ≠ “[Nghị quyết Trung ương 5 khóa XII]”',
    ])
  })

  it('is found where the plenum is spelt out', async () => {
    expect(
      await faults(
        'Nghị quyết số 13-NQ/TW Hội nghị lần thứ 5 Ban Chấp hành Trung ương Đảng (khóa X) về phát triển kinh tế tập thể',
        'Nghị quyết Trung ương 5 (khóa IX) về kinh tế tập thể',
      ),
    ).toEqual([
      'note “[Hội nghị lần thứ 5 Ban Chấp hành Trung ương Đảng (khóa X)]” ≠ “[Nghị quyết Trung ương 5 (khóa IX)]”',
    ])
  })

  it.each([
    ['the two on the collective economy', 'khóa IX về kinh tế tập thể', 'khóa XIII về kinh tế tập thể'],
    ['two on two matters', 'khóa IX về kinh tế tập thể', 'khóa XII về kinh tế tư nhân'],
  ])('is no other of its plenum: %s', async (_, first, second) => {
    expect(await faults(`Nghị quyết Trung ương 5 ${first}`, `Nghị quyết Trung ương 5 ${second}`)).toEqual([])
  })
})
