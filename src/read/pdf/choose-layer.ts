import { plausibilityOf } from '../../repair/plausible.ts'
import type { ReadFor } from '../ocr/ocr-messages.ts'
import type { PageReading } from '../ocr/page-reading.ts'
import type { ThreadJob } from '../ocr/thread-messages.ts'
import type { LayerPage } from './read-pages.ts'
import { lettersIn } from './text-layer.ts'

/** Pictures that cover this share of a page make it a scan. */
const SCAN = 0.5

/** Above this, what was read from the image is better than the layer: by share of its words, by its letters. */
const BETTER = 0.05
const LONGER = 1.3

/**
 * The page as it is to be read from its image, where its text layer leaves that open; null where the layer is sound, or the page has
 * none that may be a scan.
 * @param mayHoldPictures whether the file holds any picture at all
 */
export function imageJob({ number, verdict }: LayerPage, mayHoldPictures: boolean): ThreadJob | null {
  switch (verdict) {
    case 'none':
    case 'garbage':
    case 'torn':
      return { number, minCoverage: 0 }
    case 'little':
    case 'markless':
      return mayHoldPictures ? { number, minCoverage: SCAN } : null
    case 'sound':
    case 'damaged':
      return null
  }
}

/** Why the image of a page is read in place of its layer, when both were read; null where the layer is kept. */
export function imageChosen({ verdict, text }: LayerPage, reading: PageReading): ReadFor | null {
  if (reading.status !== 'read') return null
  const words = reading.parts.flatMap(part => part.words.map(word => word.text)).join(' ')
  switch (verdict) {
    case 'none':
      return 'no-layer'
    case 'little':
      return lettersIn(words) > LONGER * lettersIn(text) ? 'scan' : null
    case 'garbage':
    case 'markless':
      return worth(words) > worth(text) + BETTER ? 'garbage' : null
    case 'torn':
      return worth(words) > worth(text) - BETTER ? 'torn' : null
    case 'sound':
    case 'damaged':
      return null
  }
}

/** A mark is as good as two syllables: it is what gets lost. */
const worth = (text: string): number => {
  const { possible, marked } = plausibilityOf(text)
  return (possible + 2 * marked) / 3
}
