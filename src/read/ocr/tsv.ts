import { z } from 'zod'
import type { RecognisedWord } from './recognised-word.ts'

const whole = z.string().regex(/^\d+$/).transform(Number)

/** The rows of words in tesseract's table; the others (pages, blocks, lines) begin with another level. */
const WordRow = z.object({
  block: whole,
  paragraph: whole,
  line: whole,
  left: whole,
  top: whole,
  width: whole,
  height: whole,
  confidence: z.string().transform(Number).pipe(z.number().min(-1).max(101)),
  text: z.string(),
})

const WORD_LEVEL = '5'

/**
 * The words of a table as tesseract prints it: `level page block paragraph line word left top width height confidence text`,
 * set apart by tabs, with a line of heads. Blank words are left out.
 * @throws z.ZodError for a row that has another form
 */
export function wordsOfTsv(table: string): RecognisedWord[] {
  const words: RecognisedWord[] = []
  const lines = new Map<string, number>()
  for (const row of table.split(/\r?\n/)) {
    const [level, , block, paragraph, line, , left, top, width, height, confidence, text] = row.split('\t')
    if (level !== WORD_LEVEL) continue
    const word = WordRow.parse({ block, paragraph, line, left, top, width, height, confidence, text })
    if (word.text.trim() === '') continue
    const key = `${word.block} ${word.paragraph} ${word.line}`
    const number = lines.get(key) ?? lines.size
    lines.set(key, number)
    words.push({
      text: word.text.trim().normalize('NFC'),
      box: [word.left, word.top, word.left + word.width, word.top + word.height],
      confidence: Math.min(100, Math.max(0, word.confidence)),
      line: number,
    })
  }
  return words
}
