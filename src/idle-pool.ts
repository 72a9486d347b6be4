/** Things that are dear to make and are kept for a while between uses. */
export interface IdlePool<Item> {
  /** The one that was used last; null where none is idle. */
  take(): Item | null
  /** Keeps it for the next use; ends it where enough are idle, or when nobody has taken it in time. */
  give(item: Item): void
  /** Takes out what has ended by itself. */
  forget(item: Item): void
}

export interface IdlePoolOptions<Item> {
  readonly end: (item: Item) => void
  /** How many may be idle. */
  readonly most: number
  /** Milliseconds that each may be idle. They do not keep the process alive. */
  readonly patience: number
}

export function idlePool<Item>({ end, most, patience }: IdlePoolOptions<Item>): IdlePool<Item> {
  const idle: { readonly item: Item; readonly timer: NodeJS.Timeout }[] = []
  const without = (item: Item): boolean => {
    const at = idle.findIndex(each => each.item === item)
    const [found] = at < 0 ? [] : idle.splice(at, 1)
    clearTimeout(found?.timer)
    return found !== undefined
  }
  return {
    take() {
      const last = idle.pop()
      clearTimeout(last?.timer)
      return last?.item ?? null
    },
    give(item) {
      if (idle.length >= most) return end(item)
      const timer = setTimeout(() => {
        if (without(item)) end(item)
      }, patience)
      idle.push({ item, timer: timer.unref() })
    },
    forget: item => void without(item),
  }
}
