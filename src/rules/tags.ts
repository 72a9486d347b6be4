/** A set of tags as a bit set, shared by all terms of one lexicon entry. */
export type TagBits = Int32Array

const WORDS = 12

/** Gives every tag name a number. Tags are known from the lexicon; a pattern that names an unknown tag is an error of its rule. */
export class TagTable {
  readonly #ids = new Map<string, number>()
  readonly none: TagBits = new Int32Array(WORDS)

  id(name: string): number {
    const known = this.#ids.get(name)
    if (known !== undefined) return known
    const id = this.#ids.size
    if (id >= WORDS * 32) throw new Error(`more than ${WORDS * 32} tags`)
    this.#ids.set(name, id)
    return id
  }

  has(name: string): boolean {
    return this.#ids.has(name)
  }

  bits(names: Iterable<string>): TagBits {
    const bits = new Int32Array(WORDS)
    for (const name of names) addTag(bits, this.id(name))
    return bits
  }

  /** The name of a tag's number. */
  name(id: number): string {
    return [...this.#ids].find(([, known]) => known === id)?.[0] ?? `tag ${id}`
  }

  names(bits: TagBits): string[] {
    return [...this.#ids].filter(([, id]) => hasTag(bits, id)).map(([name]) => name)
  }
}

export const addTag = (bits: TagBits, id: number): void => {
  bits[id >> 5] = (bits[id >> 5] ?? 0) | (1 << (id & 31))
}

export const hasTag = (bits: TagBits, id: number): boolean => (((bits[id >> 5] ?? 0) >> (id & 31)) & 1) === 1

export const emptyTags = (): TagBits => new Int32Array(WORDS)

export const union = (a: TagBits, b: TagBits): TagBits => {
  const both = new Int32Array(WORDS)
  for (let i = 0; i < WORDS; i++) both[i] = (a[i] ?? 0) | (b[i] ?? 0)
  return both
}

/** Adds all tags of `from` to `to`. */
export const absorb = (to: TagBits, from: TagBits): void => {
  for (let i = 0; i < WORDS; i++) to[i] = (to[i] ?? 0) | (from[i] ?? 0)
}

/** The tags of all terms in [from, to). */
export const tagsOf = (terms: readonly { readonly tags: TagBits }[], from = 0, to = terms.length): TagBits => {
  const all = emptyTags()
  for (let i = from; i < to; i++) {
    const term = terms[i]
    if (term) absorb(all, term.tags)
  }
  return all
}

/** Whether two sets share a tag. */
export const overlaps = (a: TagBits, b: TagBits): boolean => {
  for (let i = 0; i < WORDS; i++) if (((a[i] ?? 0) & (b[i] ?? 0)) !== 0) return true
  return false
}

/** Whether `all` holds every tag of `wanted`. */
export const includes = (all: TagBits, wanted: TagBits): boolean => {
  for (let i = 0; i < WORDS; i++) if (((wanted[i] ?? 0) & ~(all[i] ?? 0)) !== 0) return false
  return true
}
