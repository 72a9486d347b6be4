import { DEFAULT_LIMITS } from '../../../src/extract.ts'
import { readingPool } from '../../../src/work/pool/reading-pool.ts'

/** A program that reads one document with a pool, closes it where a second argument asks for that, and ends by SIGTERM. */
const pool = readingPool({
  readers: 1,
  entry: new URL('./hostile-reader.source.mjs', import.meta.url),
  complain: text => void process.stdout.write(text),
})
process.once('SIGTERM', () => process.exit(0))
const text = new TextEncoder().encode('Năm 2019 thành lập mới 35 hợp tác xã.\n')
const result = await pool.read(text, process.argv[2] ?? '', DEFAULT_LIMITS)
process.stdout.write(result.ok ? 'read\n' : `${result.problem.code}\n`)
if (process.argv[3] === 'close') {
  await pool.close()
  process.stdout.write('closed\n')
}
