import { z } from 'zod'

const Word = z.object({
  text: z.string(),
  /** Words of one line have the same number; lines count in reading order from 0. */
  line: z.number().int().min(0),
  /** Left, top, right, bottom of the word's ink, in pixels of the page's image from its upper left corner. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})

const Page = z.object({ width: z.number(), height: z.number(), dpi: z.number(), words: z.array(Word) })

/** What is printed on each page of a scan and where: the JSON file beside it. */
export const ScanTruth = z.object({ document: z.string(), variant: z.string(), seed: z.string(), pages: z.array(Page) })
export type ScanTruth = z.infer<typeof ScanTruth>

/** The words of a page in lines. */
export const printedText = ({ words }: ScanTruth['pages'][number]): string => {
  let text = ''
  words.forEach((word, i) => {
    const before = words[i - 1]
    text += before === undefined ? word.text : `${before.line === word.line ? ' ' : '\n'}${word.text}`
  })
  return text
}
