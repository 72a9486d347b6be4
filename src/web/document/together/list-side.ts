import { blockSide } from './block-side.ts'
import type { Side } from './side.ts'

/**
 * The side of the records.
 * @param list as `RecordList` draws it
 * @param starts where the number of each record stands in the text, by its id
 * @param length of the text
 */
export const listSide = (list: HTMLTableElement, starts: ReadonlyMap<string, number>, length: number): Side =>
  blockSide({
    ...{ scroller: list, covered: list.tHead?.offsetHeight ?? 0, length },
    blocks: [...list.tBodies].map(element => ({ offset: Number(element.dataset.from), element })),
    innerOf: body =>
      [...body.querySelectorAll<HTMLElement>('[data-id]')].flatMap(element => {
        const offset = starts.get(element.dataset.id ?? '')
        return offset === undefined ? [] : [{ offset, element }]
      }),
  })
