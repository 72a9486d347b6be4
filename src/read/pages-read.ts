/** How far reading is: how many of a document’s pages were read so far. */
export interface PagesRead {
  readonly page: number
  readonly pages: number
}

export type OnPages = (read: PagesRead) => void

/** Tells that reading begins. @returns to be called after each page; tells how many there were so far */
export const pageCounter = (pages: number, onPages: OnPages | undefined): (() => void) => {
  let page = 0
  onPages?.({ page, pages })
  return () => {
    page++
    onPages?.({ page, pages })
  }
}
