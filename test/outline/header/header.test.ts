import { describe, expect, it } from 'vitest'
import { DocumentHeader } from '../../../src/contract/index.ts'
import { buildBlocks } from '../../../src/outline/blocks.ts'
import { readHeader } from '../../../src/outline/header.ts'
import { documentOf, goldDocument } from '../document-of.ts'
import { GOLD_HEADERS } from './gold-headers.ts'

const headerOf = (text: string) => {
  const document = documentOf(text)
  return readHeader(buildBlocks(document), document)
}

describe('readHeader on the gold documents', () => {
  it.each(Object.entries(GOLD_HEADERS))('reads %s', (name, expected) => {
    const document = goldDocument(name)
    const header = readHeader(buildBlocks(document), document)
    expect(DocumentHeader.safeParse(header).success).toBe(true)
    const references = header.references.map(({ kind, number, date, issuer }) => [kind, number, date, issuer])
    expect({ ...header, references }).toEqual(expected)
    for (const { start, end, number } of header.references) {
      const written = document.text.slice(start, end).replace(/[\s*]/g, '').replace(/[–—]/g, '-')
      expect(written).toContain(number)
    }
  })
})

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'

describe('readHeader on heads of other offices', () => {
  it('takes the lower of two agencies and the area of the upper one', () => {
    const header = headerOf(
      `UBND TỈNH QUẢNG NAM\nSỞ KẾ HOẠCH VÀ ĐẦU TƯ\nSố: 45/BC-SKHĐT\n${NATION}\nQuảng Nam, ngày 05 tháng 01 năm 2016\n\nBÁO CÁO\nTình hình phát triển kinh tế tập thể năm 2015, kế hoạch năm 2016\n\nKính gửi:\n- Bộ Kế hoạch và Đầu tư;\n\nNăm 2015, toàn tỉnh có 120 HTX.`,
    )
    expect(header).toMatchObject({
      kind: 'report',
      number: '45/BC-SKHĐT',
      symbol: 'BC-SKHĐT',
      issuer: { name: 'Sở Kế hoạch và Đầu tư tỉnh Quảng Nam', level: 'province' },
      area: { code: '49', name: 'Quảng Nam', level: 'province' },
      issued: '2016-01-05',
      reports: '2015',
      plans: '2016',
    })
  })

  it('reads a Party document', () => {
    const header = headerOf(
      'ĐẢNG BỘ TỈNH LẠNG SƠN          ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN ỦY CAO LỘC\n        *               Cao Lộc, ngày 18 tháng 3 năm 2021\nSố 12-CTr/HU\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết số 20-NQ/TW về kinh tế tập thể\n\nI- MỤC TIÊU\n1- Mục tiêu chung\nPhát triển 30 HTX.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nNông Văn Thảm',
    )
    expect(header).toMatchObject({
      kind: 'programme',
      number: '12-CTr/HU',
      symbol: 'CTr/HU',
      issuer: { name: 'Huyện ủy Cao Lộc', level: 'district' },
      area: { code: null, name: 'Cao Lộc', level: 'district' },
      place: 'Cao Lộc',
      issued: '2021-03-18',
      signer: { name: 'Nông Văn Thảm', title: 'BÍ THƯ', capacity: 'T/M BAN THƯỜNG VỤ' },
    })
  })

  it('gives a typewritten head without marks its marks back', () => {
    const header = headerOf(
      'UY BAN NHAN DAN            CONG HOA XA HOI CHU NGHIA VIET NAM\nTINH LANG SON              Doc lap - Tu do - Hanh phuc\n-----                      -----\nSo: 12/KH-UB               Lang Son, ngay 3 thang 2 nam 1998\n\nKE HOACH\nPhat trien kinh te hop tac nam 1998\n\nI. TINH HINH NAM 1997\n- Toan tinh co 35 HTX.',
    )
    expect(header).toMatchObject({
      kind: 'plan',
      number: '12/KH-UB',
      issuer: { name: 'Ủy ban nhân dân tỉnh Lạng Sơn', level: 'province' },
      area: { code: '20' },
      place: 'Lạng Sơn',
      issued: '1998-02-03',
      reports: '1997',
      plans: '1998',
    })
  })

  it('parts two columns that run on one line', () => {
    const header = headerOf(
      'ỦY BAN NHÂN DÂN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LẠNG SƠN   Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND      Lạng Sơn, ngày 3 tháng 2 năm 2012\n\n## KẾ HOẠCH\n\n**Phát triển kinh tế tập thể 5 năm 2011 - 2015**\n\nCăn cứ Luật Hợp tác xã năm 2003;\n\nI. ĐÁNH GIÁ TÌNH HÌNH 6 THÁNG ĐẦU NĂM 2011\nCó 5 HTX.',
    )
    expect(header).toMatchObject({
      number: '12/KH-UBND',
      issuer: { name: 'Ủy ban nhân dân tỉnh Lạng Sơn' },
      issued: '2012-02-03',
      title: 'Phát triển kinh tế tập thể 5 năm 2011 - 2015',
      reports: '2011-01/2011-06',
      plans: '2011/2015',
    })
  })

  it('keeps apart what a commune left blank', () => {
    const header = headerOf(
      `ỦY BAN NHÂN DÂN\nXÃ HOA THÁM\nSố:      /BC-UBND\n${NATION}\nHoa Thám, ngày ... tháng ... năm 2014\n\nBÁO CẢO\nKết quả hoạt động của các tổ hợp tác năm 2014\n\nXã có 4 THT.\n\nTM. UBND XÃ\nCHỦ TỊCH\nHOÀNG VĂN BÌNH`,
    )
    expect(header).toMatchObject({
      kind: 'report',
      number: null,
      symbol: 'BC-UBND',
      issuer: { name: 'Ủy ban nhân dân xã Hoa Thám', level: 'commune' },
      issued: '2014',
      signer: { name: 'Hoàng Văn Bình', title: 'CHỦ TỊCH', capacity: 'TM. UBND XÃ' },
    })
  })

  it('takes the subject line of an official letter for its title', () => {
    const header = headerOf(
      `BỘ KẾ HOẠCH VÀ ĐẦU TƯ\nSố: 5678/BKHĐT-HTX\nV/v xây dựng kế hoạch phát triển kinh tế tập thể năm 2020\n${NATION}\nHà Nội, ngày 12 tháng 8 năm 2019\n\nKính gửi: Ủy ban nhân dân các tỉnh\n\n1. Đánh giá tình hình`,
    )
    expect(header).toMatchObject({
      kind: 'official_letter',
      issuer: { name: 'Bộ Kế hoạch và Đầu tư', level: 'country' },
      area: { code: null, name: 'Việt Nam', level: 'country' },
      title: 'xây dựng kế hoạch phát triển kinh tế tập thể năm 2020',
      plans: '2020',
    })
  })

  it.each(['KÉ HOẠCH', 'KẾ HOẠCII', 'KE HOACH', '**KẾ HOẠCH**', 'Kế hoạch'])('knows the type line %s', line => {
    expect(headerOf(`UBND TỈNH HÀ NAM\n\n${line}\nPhát triển HTX năm 2010\n\nI. MỤC TIÊU\nCó 5 HTX.`)).toMatchObject({
      kind: 'plan',
      title: 'Phát triển HTX năm 2010',
      plans: '2010',
    })
  })

  it('ends the title where the layout ends it', () => {
    const text = 'BÁO CÁO\nKết quả năm 2021\nNăm 2021 là năm đầu của nhiệm kỳ 2020 - 2025\ncủa Liên minh.'
    const document = documentOf(text)
    const lines = document.lines.map((line, i) => ({ ...line, wrapped: i === 2 }))
    expect(readHeader(buildBlocks({ ...document, lines }), document)).toMatchObject({
      title: 'Kết quả năm 2021',
      reports: '2021',
      plans: null,
    })
  })

  it('reads the units of the day of issue', () => {
    const head = (name: string, date: string) =>
      headerOf(`ỦY BAN NHÂN DÂN\nTỈNH ${name}\n${NATION}\n${name}, ${date}\nKẾ HOẠCH\nNăm 2020\nI. MỤC TIÊU\nCó 5 HTX.`)
        .area
    expect(head('GIA LAI', 'ngày 1 tháng 8 năm 2025')).toMatchObject({ code: '52', name: 'Gia Lai' })
    expect(head('GIA LAI', 'ngày 1 tháng 6 năm 2025')).toMatchObject({ code: '64', name: 'Gia Lai' })
    expect(head('HÀ BẮC', 'ngày 1 tháng 6 năm 1995')).toMatchObject({ code: null, name: 'Hà Bắc' })
  })

  it('is empty where there is nothing to read', () => {
    expect(headerOf('')).toEqual({
      kind: 'other',
      number: null,
      symbol: null,
      issuer: null,
      area: null,
      place: null,
      issued: null,
      title: null,
      reports: null,
      plans: null,
      signer: null,
      recipients: [],
      references: [],
    })
  })
})
