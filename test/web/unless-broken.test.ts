import { describe, expect, test } from 'vitest'
import { type Breakable, unlessBroken } from '../../src/web/page/unless-broken.ts'

class Port implements Breakable {
  readonly listeners = new Set<() => void>()
  addEventListener(_: 'error', listen: () => void): void {
    this.listeners.add(listen)
  }
  removeEventListener(_: 'error', listen: () => void): void {
    this.listeners.delete(listen)
  }
  break(): void {
    for (const listen of this.listeners) listen()
  }
}

const never = new Promise<never>(() => undefined)

describe('answers of a worker that may not run', () => {
  test('come as they are, and nothing of them is kept afterwards', async () => {
    const port = new Port()
    const through = unlessBroken(port, () => new Error('broken'))
    const before = port.listeners.size
    expect(await through(Promise.resolve(7))).toBe(7)
    await expect(through(Promise.reject(new Error('damaged')))).rejects.toThrow('damaged')
    expect(port.listeners.size).toBe(before)
  })

  test('fail when it breaks, those that are asked for later as well', async () => {
    const port = new Port()
    const through = unlessBroken(port, () => new Error('broken'))
    const waiting = through(never)
    port.break()
    await expect(waiting).rejects.toThrow('broken')
    await expect(through(never)).rejects.toThrow('broken')
  })
})
