import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { USAGE } from '../../src/cli/usage.ts'
import { problem } from '../../src/problem.ts'
import type { Extract } from '../../src/work/reading.ts'
import { calling } from '../support/calling.ts'
import { changedRules } from '../support/changed-rules.ts'
import { extractionOf, flag, observation, readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'
import { folderWith } from '../support/programs.ts'

/** Calls the command line with everything of the outer world in its place. */
const call = async (
  args: string[],
  {
    stdin = '',
    environment = {},
    extract = readAnything,
  }: { stdin?: string; environment?: Record<string, string>; extract?: Extract } = {},
) => {
  return await calling(streams => run(args, streams, extract), environment, {
    stdin: Readable.from([Buffer.from(stdin)]),
  })
}

const files = async (contents: Record<string, string>): Promise<string[]> => {
  const folder = await temporaryFolder()
  return await Promise.all(
    Object.entries(contents).map(async ([name, content]) => {
      const path = join(folder, name)
      await writeFile(path, content)
      return path
    }),
  )
}

test('one file is printed as one JSON value', async () => {
  const [path = ''] = await files({ 'a.txt': '35 hợp tác xã' })
  const { code, out, err } = await call(['extract', path])
  expect([code, err]).toEqual([0, ''])
  const bytes = Buffer.from('35 hợp tác xã')
  expect(JSON.parse(out)).toEqual(extractionOf(bytes, 'a.txt', { observations: [observation('35 hợp tác xã', '35')] }))
})

test('several files are printed one a line', async () => {
  const paths = await files({ 'a.txt': '1', 'b.txt': '2' })
  const { code, out } = await call(['extract', ...paths, '--format', 'json'])
  expect(code).toBe(0)
  const lines = out.trimEnd().split('\n')
  expect(lines.map(line => JSON.parse(line).document.name)).toEqual(['a.txt', 'b.txt'])
})

test('standard input is read for -', async () => {
  const { code, out } = await call(['extract', '-'], { stdin: '7 tổ' })
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ text: '7 tổ', document: { name: 'stdin' } })
})

test('a file that fails is named in both languages, the others are printed, and the exit code is 1', async () => {
  const [good = '', bad = ''] = await files({ 'good.txt': '1', 'bad.txt': 'x' })
  const extract: Extract = async (bytes, name, limits) =>
    name === 'bad.txt'
      ? { ok: false, problem: problem('damaged-file', { detail: 'x' }) }
      : readAnything(bytes, name, limits)
  const { code, out, err } = await call(['extract', bad, good], { extract })
  expect(code).toBe(1)
  expect(JSON.parse(out).document.name).toBe('good.txt')
  expect(err).toBe(
    `${bad}: Tệp hỏng. Tệp bị cắt hoặc hỏng: x. Sao chép lại tệp gốc và gửi lại.\n` +
      `${bad}: The file is damaged. The file is cut off or damaged: x. Copy the original file again and send it.\n`,
  )
})

test.each([
  ['a file that is not there', 'nowhere.txt', 'The file cannot be opened'],
  ['a folder', '.', 'The file cannot be opened'],
])('%s is a failure that is named', async (_what, path, title) => {
  const { code, out, err } = await call(['extract', path])
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain(`${path}: ${title}.`)
})

test('a file or an input beyond the limit is refused', async () => {
  const environment = { TRICHLUC_MAX_BYTES: '3' }
  const [path = ''] = await files({ 'a.txt': '1234' })
  for (const { code, err } of [
    await call(['extract', path], { environment }),
    await call(['extract', '-'], { environment, stdin: '1234' }),
  ]) {
    expect(code).toBe(1)
    expect(err).toContain('larger than the limit of 3 bytes')
  }
})

test('a fault while reading is a failure, not an end', async () => {
  const [path = ''] = await files({ 'a.txt': '1' })
  const { code, err } = await call(['extract', path], { extract: () => Promise.reject(new Error('broken')) })
  expect(code).toBe(1)
  expect(err).toContain('A fault of the program')
})

test.each([
  [[]],
  [['extract']],
  [['extract', 'a', '--format', 'xml']],
  [['extract', 'a', '--colour']],
  [['read', 'a']],
  [['explain']],
  [['explain', 'a.txt']],
  [['explain', 'a.txt:0']],
  [['explain', 'a.txt:1', 'b.txt:1']],
  [['explain', 'a.txt:1', '--format', 'csv']],
  [['rules']],
  [['rules', 'list']],
  [['rules', 'try']],
  [['rules', 'check', 'all']],
  [['serve', 'now']],
])('%j is not understood: exit code 2 and the usage', async args => {
  const { code, out, err } = await call(args)
  expect([code, out]).toEqual([2, ''])
  expect(err.endsWith(USAGE)).toBe(true)
})

test('a limit that is not valid stops the command', async () => {
  const { code, err } = await call(['extract', 'a'], { environment: { TRICHLUC_MAX_BYTES: 'much' } })
  expect(code).toBe(2)
  expect(err).toContain('TRICHLUC_MAX_BYTES is "much"; expected a number of bytes, 1 to 2147483648.')
})

test('help and version are printed', async () => {
  expect(await call(['--help'])).toEqual({ code: 0, out: USAGE, err: '' })
  const { code, out } = await call(['--version'])
  expect(code).toBe(0)
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('a server that is configured badly does not start', async () => {
  const { code, err } = await call(['serve'], { environment: { HOST: '0.0.0.0' } })
  expect(code).toBe(1)
  expect(err).toContain('TRICHLUC_TOKEN is not set')
})

test('CSV has a header, a row a statistic, and no cell that a spreadsheet would run', async () => {
  const paths = await files({ 'a.txt': 'x', '=b.txt': 'x' })
  const extract: Extract = async (bytes, name) => ({
    ok: true,
    extraction: extractionOf(bytes, name, {
      observations: [
        observation('x', 'x', {
          label: '=HYPERLINK("http://evil")',
          qualifier: 'hai dòng\n"trích"',
          value: -3.5,
          per: ['person', 'month'],
          support: 2,
        }),
        observation('x', 'x', { id: 'o2', label: '-5', qualifier: '@x' }),
      ],
      flags: [flag(), flag({ id: 'f2' })],
    }),
  })
  const { code, out } = await call(['extract', ...paths, '--format', 'csv'], { extract })
  expect(code).toBe(0)
  const [folder = ''] = paths.map(path => path.slice(0, path.lastIndexOf('/')))
  const row = (file: string) =>
    `${file},o1,cooperative,organisations_new,,level,-3.5,,,eq,organisation,person/month,2019,estimate,,,,,` +
    `"'=HYPERLINK(""http://evil"")","hai dòng\n""trích""",1,1,0,1,x,0.9,2,f1 f2\r\n` +
    `${file},o2,cooperative,organisations_new,,level,35,,,eq,organisation,,2019,estimate,,,,,-5,'@x,1,1,0,1,x,0.9,0,\r\n`
  expect(out).toBe(
    'file,id,subject,indicator,sector,measure,value,min,max,comparator,unit,per,period,status,' +
      'area_code,area_name,area_level,source,label,qualifier,page,line,start,end,quote,confidence,support,flags\r\n' +
      row(join(folder, 'a.txt')) +
      row(join(folder, '=b.txt')),
  )
})

test('the table is aligned whatever the marks of the letters, and tells sums and rests', async () => {
  const [path = ''] = await files({ 'a.txt': 'x' })
  const extract: Extract = async (bytes, name) => {
    const extraction = extractionOf(bytes, name, {
      header: { number: '155/KH-UBND', title: 'Phát triển kinh tế tập thể' },
      observations: [
        observation('x', 'x', { value: 1559, comparator: 'ge', support: 1 }),
        observation('x', 'x', {
          label: 'Vốn'.normalize('NFD'),
          value: 2.5e9,
          unit: 'VND',
          per: ['person', 'month'],
          status: 'target',
        }),
      ],
      flags: [flag()],
    })
    const { value: _, ...range } = observation('x', 'x', {
      min: 3.5,
      max: 4,
      unit: 'percent',
      measure: 'share',
      label: 'Nợ xấu',
    })
    return { ok: true, extraction: { ...extraction, observations: [...extraction.observations, range] } }
  }
  const { out } = await call(['extract', path, '-f', 'table'], { extract })
  expect(out.normalize('NFC')).toBe(`${path}: 155/KH-UBND · Phát triển kinh tế tập thể

Chỉ tiêu                           Số liệu  Đơn vị            Kỳ    Loại      Vị trí
───────────────────────────  ─────────────  ────────────────  ────  ────────  ────────
Số hợp tác xã thành lập mới        ≥ 1.559  tổ chức           2019  Ước       tr.1 d.1
Vốn                          2.500.000.000  đồng/người/tháng  2019  Kế hoạch  tr.1 d.1
Nợ xấu (tỷ trọng)                    3,5–4  %                 2019  Ước       tr.1 d.1

▲ Mâu thuẫn f1: Tỷ lệ không khớp
  35 / 30 = 116,7 % ≠ 100 %

3 số liệu, 1 cờ kiểm tra, 0 con số chưa giải thích được
Phép kiểm tra khớp với 1/3 số liệu; 0 số liệu chưa được kiểm chứng

`)
})

test('the table tells each flag: the gravest first, its sum, whom it suspects and what would come out', async () => {
  const text = 'Có 1.559 trên 1.520 thành viên.'
  const [path = ''] = await files({ 'a.txt': text })
  const extract: Extract = async (bytes, name) => ({
    ok: true,
    extraction: extractionOf(bytes, name, {
      observations: [
        observation(text, '1.559', { label: 'Số thành viên' }),
        observation(text, '1.520', { id: 'o2', label: 'Số thành viên', status: 'target' }),
        observation(text, 'Có', { id: 'o3' }),
        observation(text, 'Có', { id: 'o4', support: 3 }),
      ],
      flags: [
        flag({ id: 'f1', severity: 'note', capped: true }),
        flag({
          id: 'f2',
          expression: '1.559 / 1.520 = 102,6 % ≠ 105,2 %',
          observations: ['o1', 'o2'],
          suspects: [
            { observation: 'o1', weight: 0.62 },
            { observation: 'o2', weight: 0.38 },
          ],
          suggestion: {
            observation: 'o1',
            value: 1599,
            text: '1.599',
            because: ['105,2 % × 1.520 = 1.599', '1.098 + 501 = 1.599'],
          },
        }),
      ],
    }),
  })
  const { out } = await call(['extract', path, '-f', 'table'], { extract })
  expect(out).toContain(`
▲ Mâu thuẫn f2: Tỷ lệ không khớp
  1.559 / 1.520 = 102,6 % ≠ 105,2 %
  Nghi nhất: 1.559 (Số thành viên, 2019, Ước, tr.1 d.1) 62 %; 1.520 (Số thành viên, 2019, Kế hoạch, tr.1 d.1) 38 %
  Có thể phải là: 1.559 → 1.599, vì khi đó khớp: 105,2 % × 1.520 = 1.599; 1.098 + 501 = 1.599

● Lưu ý f1: Tỷ lệ không khớp
  35 / 30 = 116,7 % ≠ 100 %
  Việc tìm số sai đã dừng ở giới hạn tính toán: các số bị nghi ở đây chỉ là phỏng đoán.

4 số liệu, 2 cờ kiểm tra, 0 con số chưa giải thích được
Phép kiểm tra khớp với 1/4 số liệu; 1 số liệu chưa được kiểm chứng
`)
})

const SENTENCE = 'Năm 2019 toàn tỉnh thành lập mới 35 hợp tác xã.\n'

test('a number of a file is explained, as text and as JSON', async () => {
  const [path = ''] = await files({ 'a.txt': SENTENCE })
  const { code, out, err } = await call(['explain', `${path}:1:34`])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('a.txt:1:34  35  số liệu\n')
  expect(out).toMatch(/Chỉ tiêu +Số tổ chức thành lập mới \(organisations_new\) +← quy tắc 1:20 "thành lập mới 35"\n/)
  expect(out).toContain('organisations_new/founded-before  #Founded .{0,9} [#Quantity]')
  const json = await call(['explain', `${path}:1`, '--format', 'json'])
  expect(JSON.parse(json.out).map((e: { numeral: { text: string } }) => e.numeral.text)).toEqual(['2019', '35'])
})

test('what cannot be explained is a failure that is named', async () => {
  const [path = ''] = await files({ 'a.txt': SENTENCE })
  for (const [place, said] of [
    [`${path}:1:1`, 'No number stands at line 1, column 1.'],
    [`${path}:7`, 'The text has 2 lines, and no line 7.'],
    ['nowhere.txt:1', 'nowhere.txt: The file cannot be opened.'],
  ] as const) {
    const { code, out, err } = await call(['explain', place])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(said)
  }
})

test('a sentence is tried, as text, as JSON and from standard input', async () => {
  const { code, out, err } = await call(['rules', 'try', SENTENCE.trim()])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^ {2}hợp tác xã +#Cooperative #Organisation$/m)
  expect(out).toContain('câu:1:34  35  số liệu\n')
  const json = await call(['rules', 'try', '-', '-f', 'json'], { stdin: 'Năm 2019 thành lập mới\n[35] hợp tác xã.\n' })
  expect(JSON.parse(json.out)).toMatchObject({
    text: 'Năm 2019 thành lập mới 35 hợp tác xã.',
    explanations: [{ observation: { indicator: 'organisations_new' } }],
  })
})

test('what begins with a dash and is no option is a sentence or standard input', async () => {
  const item = await call(['rules', 'try', '- Thành lập mới 35 hợp tác xã', '--format', 'json'])
  expect(JSON.parse(item.out)).toMatchObject({ explanations: [{ observation: { value: 35 } }] })
  const place = await call(['explain', '-:1:34', '-f', 'json'], { stdin: SENTENCE })
  expect(JSON.parse(place.out)).toMatchObject([{ numeral: { text: '35' } }])
})

test('a sentence is tried with the rules of a folder, whose faults are named', async () => {
  const folder = join(await temporaryFolder(), 'rules')
  const nowhere = await call(['rules', 'try', '5 HTX', '--rules', folder])
  expect([nowhere.code, nowhere.out]).toEqual([1, ''])
  expect(nowhere.err).toContain(`${folder} cannot be read: there is no such file or folder.`)
  const changed = await changedRules('measures.yaml', source => source.replace('measure: multiple', 'measure: many'))
  const { code, err } = await call(['rules', 'try', '5 HTX', '--rules', changed])
  expect(code).toBe(1)
  expect(err).toContain('measures.yaml, line 3: 0.measure: Invalid option')
})

test('a mark that holds no number is a failure that is named', async () => {
  const { code, out, err } = await call(['rules', 'try', '[Có] 35 hợp tác xã'])
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('No number stands at the place in brackets.')
})

test('a check of the rules prints a line for each fault', async () => {
  const good = await call(['rules', 'check'])
  expect([good.code, good.err]).toEqual([0, ''])
  expect(good.out).toMatch(/^\d+ quy tắc · rules, .*: 0 lỗi · faults\n$/)
  const folder = await changedRules('measures.yaml', source => source.replace('measure: multiple', 'measure: many'))
  const bad = await call(['rules', 'check', '--rules', folder])
  expect(bad.code).toBe(1)
  expect(bad.out.split('\n')[0]).toMatch(
    /measures\.yaml:3 {2}– {2}0\.measure: .*, found "many"; expected .*; correct it$/,
  )
  const nowhere = await call(['rules', 'check', '--rules', join(folder, 'nowhere')])
  expect([nowhere.code, nowhere.out]).toEqual([1, ''])
  expect(nowhere.err).toContain('nowhere cannot be read: there is no such file or folder.')
})

test('the doctor tells which optional programs there are, what is lost without the others, and ends well', async () => {
  const folder = await folderWith({ tesseract: 'echo "tesseract 5.3.0"' })
  const { code, out, err } = await call(['doctor'], { environment: { PATH: folder } })
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(`✓ tesseract 5.3.0  ${join(folder, 'tesseract')}`)
  expect(out).toMatch(
    /✗ soffice .*\n.*Cài: apt install libreoffice-writer\n.*Install: apt install libreoffice-writer\n/,
  )
})

test('a fault of the program is told with an incident and a cure, with its stack where the log is to have details', async () => {
  const environment = {
    get TRICHLUC_MAX_BYTES(): string {
      throw new Error('không ngờ')
    },
  }
  const { code, out, err } = await call(['extract', 'a.txt'], { environment })
  expect([code, out]).toEqual([1, ''])
  const [, incident] = /^(\S+): không ngờ\n/.exec(err) ?? []
  expect(err).toBe(
    `${incident}: không ngờ\n` +
      `trichluc: Lỗi của chương trình. Chương trình gặp lỗi không ngờ tới. Thử lại; nếu vẫn lỗi, gửi mã ${incident} cho người quản trị.\n` +
      `trichluc: A fault of the program. The program met a fault that it did not expect. Try again; if it stays, give the incident ${incident} to the administrator.\n`,
  )
  const detailed = await call(['extract', 'a.txt'], {
    environment: Object.defineProperties(
      {},
      { ...Object.getOwnPropertyDescriptors(environment), LOG_LEVEL: { value: 'debug' } },
    ),
  })
  expect(detailed.err).toMatch(/^\S+: Error: không ngờ\n +at .+run\.test\.ts/)
})
