import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { syllableKey } from '../../src/repair/syllables/spelling.ts'

/**
 * Counts the syllables of the texts below fixtures/ and writes the counts into rules/learned/syllables.json: syllables, and pairs
 * of neighbours. Run it after texts were added:
 * `npx tsx test/tools/count-syllables.ts`.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['gold', 'composed', 'flags', 'held-out']
const LEAST = 2

const counts = new Map<string, number>()
const pairs = new Map<string, number>()
const add = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1)
}
for (const folder of FOLDERS)
  for (const file of readdirSync(`${root}fixtures/${folder}`).filter(name => name.endsWith('.txt'))) {
    const text = readFileSync(`${root}fixtures/${folder}/${file}`, 'utf8').normalize('NFC')
    let before: string | null = null
    let end = -1
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      const key = syllableKey(word)
      if (key !== null) add(counts, key)
      if (key !== null && before !== null && /^[ \n]$/.test(text.slice(end, index))) add(pairs, `${before} ${key}`)
      before = key === null ? null : key
      end = index + word.length
    }
  }

const byCount = (map: Map<string, number>, least: number): Record<string, number> =>
  Object.fromEntries([...map].filter(([, count]) => count >= least).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))

writeFileSync(
  `${root}rules/learned/syllables.json`,
  `${JSON.stringify({ counts: byCount(counts, 1), pairs: byCount(pairs, LEAST) })}\n`,
)
