/** How large a plan is: each of its three annexes has a row for each commune, and one for each district. */
export interface PlanSize {
  readonly districts: number
  readonly communes: number
}

/** Three annexes of 211 rows and a text of ten districts: some 2,000 observations. */
export const LARGE: PlanSize = { districts: 10, communes: 20 }

/** One figure in so many is not what its row or its text says it is. */
const ONE_IN = 100

/**
 * The text of a province's plan for 2020, as `documentBlocks` reads it: a paragraph on each district, and annexes over all
 * communes of which every column adds up to its district, every district to the province, and every row within itself, but
 * for one figure in a hundred. The same size gives the same text.
 */
export const largePlan = ({ districts, communes }: PlanSize): string => {
  const next = numbers()
  const upTo = (least: number, most: number) => least + (next() % (most - least + 1))
  const provinces = Array.from({ length: districts }, () => Array.from({ length: communes }, () => communeOf(upTo)))
  const whole = sumOf(provinces.flat())
  /** A figure as printed; now and then with its first digit wrong. */
  const printed = (value: number): string => {
    const text = GROUPED.format(value)
    return upTo(1, ONE_IN) === 1 ? text.replace(/^\d/, d => String((Number(d) % 9) + 1)) : text
  }
  const annex = (number: number, title: string, head: readonly string[], row: (c: Commune) => readonly number[]) => {
    const line = (mark: string, name: string, c: Commune) => [mark, name, ...row(c).map(printed)].join('\t')
    const rows = provinces.flatMap((district, d) => [
      line(roman(d + 1), `Huyện ${nameOf(d)}`, sumOf(district)),
      ...district.map((c, i) => line(String(i + 1), `Xã ${nameOf(d * communes + i)} ${i + 1}`, c)),
    ])
    return [`Phụ lục ${number}`, `**${title}**`, ...head, line('', 'Tổng số', whole), ...rows, ''].join('\n')
  }
  return [
    HEAD,
    `Toàn tỉnh có ${printed(whole.organisations)} hợp tác xã, trong đó ${printed(whole.farming)} hợp tác xã nông nghiệp và ${printed(whole.organisations - whole.farming)} hợp tác xã phi nông nghiệp; thu hút ${printed(whole.members)} thành viên.`,
    ...provinces.flatMap((district, d) => {
      const of = sumOf(district)
      const planned = of.organisations + upTo(1, 9)
      const done = DECIMAL.format((of.organisations / planned) * 100)
      return [
        `**${d + 1}. Huyện ${nameOf(d)}**`,
        `- Năm 2019, trên địa bàn huyện có ${printed(of.organisations)}/${printed(planned)} hợp tác xã, đạt ${done}% kế hoạch; thành lập mới ${printed(of.founded)} hợp tác xã, giải thể ${printed(of.dissolved)} hợp tác xã.`,
        `- Tổng số thành viên hợp tác xã là ${printed(of.members)} người; lao động thường xuyên trong hợp tác xã là ${printed(of.workers)} người. Doanh thu bình quân một hợp tác xã đạt ${printed(upTo(400, 900))} triệu đồng/năm, lãi bình quân đạt ${printed(upTo(40, 99))} triệu đồng/năm.`,
        `- Có ${printed(of.groups)} tổ hợp tác với ${printed(of.groupMembers)} thành viên.`,
      ]
    }),
    '',
    annex(
      1,
      'SỐ LƯỢNG HỢP TÁC XÃ NĂM 2019',
      [
        'TT\tHuyện, xã\tSố hợp tác xã\tTrong đó\t\tThành viên (người)',
        '\t\t\tNông nghiệp\tPhi nông nghiệp\t',
        '(1)\t(2)\t(3)=(4)+(5)\t(4)\t(5)\t(6)',
      ],
      c => [c.organisations, c.farming, c.organisations - c.farming, c.members],
    ),
    annex(
      2,
      'TỔ HỢP TÁC VÀ LAO ĐỘNG NĂM 2019',
      ['TT\tHuyện, xã\tSố tổ hợp tác\tTổ viên (người)\tLao động trong hợp tác xã (người)'],
      c => [c.groups, c.groupMembers, c.workers],
    ),
    annex(
      3,
      'KINH PHÍ HỖ TRỢ HỢP TÁC XÃ NĂM 2020',
      [
        'Đơn vị tính: triệu đồng',
        'TT\tHuyện, xã\tTổng số\tTrong đó\t\t',
        '\t\t\tNgân sách trung ương\tNgân sách địa phương\tNguồn khác',
        '(1)\t(2)\t(3)=(4)+(5)+(6)\t(4)\t(5)\t(6)',
      ],
      c => [c.central + c.local + c.other, c.central, c.local, c.other],
    ),
  ].join('\n')
}

const HEAD = `ỦY BAN NHÂN DÂN
TỈNH BẮC KẠN
Số: 120/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bắc Kạn, ngày 12 tháng 8 năm 2019
**KẾ HOẠCH**
**Phát triển kinh tế tập thể năm 2020**
**I. ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN NĂM 2019**`

interface Commune {
  readonly organisations: number
  readonly farming: number
  readonly founded: number
  readonly dissolved: number
  readonly members: number
  readonly workers: number
  readonly groups: number
  readonly groupMembers: number
  readonly central: number
  readonly local: number
  readonly other: number
}

const communeOf = (upTo: (least: number, most: number) => number): Commune => {
  const farming = upTo(3, 30)
  const other = upTo(1, 15)
  const organisations = farming + other
  return {
    organisations,
    farming,
    founded: upTo(0, 3),
    dissolved: upTo(0, 2),
    members: organisations * upTo(9, 60) + upTo(0, 8),
    workers: organisations * upTo(4, 12) + upTo(0, 8),
    groups: upTo(2, 40),
    groupMembers: upTo(40, 900),
    central: upTo(20, 400),
    local: upTo(20, 300),
    other: upTo(1, 90),
  }
}

const sumOf = (communes: readonly Commune[]): Commune =>
  communes.reduce(
    (sum, c) =>
      Object.fromEntries(Object.entries(sum).map(([key, value]) => [key, value + c[key as keyof Commune]])) as never,
  )

const GROUPED = new Intl.NumberFormat('vi-VN')
const DECIMAL = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const NAMES = [
  'Ba Bể',
  'Văn Lãng',
  'Na Rì',
  'Ngân Sơn',
  'Pác Nặm',
  'Bạch Thông',
  'Bình Gia',
  'Tân Lập',
  'Hà Hiệu',
  'Yên Hân',
]
const nameOf = (i: number): string => NAMES[i % NAMES.length] ?? ''

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
const roman = (n: number): string => ROMAN[n - 1] ?? `X${ROMAN[n - 11] ?? n}`

/** Numbers without order that are the same in every run. */
const numbers = (): (() => number) => {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 8
  }
}
