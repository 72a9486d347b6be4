/** What a file says of a sheet besides its contents; rows and columns count from 0. */
export interface SheetLook {
  /** The font of a cell; null where the file does not tell. */
  readonly font: (row: number, column: number) => string | null
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
  /** Where formulas stand that were written without their results. */
  readonly unsolved: readonly (readonly [row: number, column: number])[]
}

/** Of a sheet of which nothing is known. */
export const PLAIN_LOOK: SheetLook = {
  font: () => null,
  isHiddenRow: () => false,
  isHiddenColumn: () => false,
  unsolved: [],
}

/** Gathers what a file says of a sheet while it is read. */
export class LookBuilder {
  readonly #fonts = new Map<string, string>()
  readonly #rows = new Set<number>()
  readonly #unsolved: (readonly [row: number, column: number])[] = []
  readonly #columns: (readonly [first: number, last: number])[] = []

  setFont(row: number, column: number, font: string | undefined): void {
    if (font !== undefined && font !== '') this.#fonts.set(`${row} ${column}`, font)
  }

  hideRow(row: number): void {
    this.#rows.add(row)
  }

  hideColumns(first: number, last: number): void {
    this.#columns.push([first, last])
  }

  addUnsolved(row: number, column: number): void {
    this.#unsolved.push([row, column])
  }

  build(): SheetLook {
    return {
      font: (row, column) => this.#fonts.get(`${row} ${column}`) ?? null,
      isHiddenRow: row => this.#rows.has(row),
      unsolved: this.#unsolved,
      isHiddenColumn: column => this.#columns.some(([first, last]) => first <= column && column <= last),
    }
  }
}
