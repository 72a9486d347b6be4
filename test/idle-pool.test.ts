import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { idlePool } from '../src/idle-pool.ts'

describe('a pool of idle things', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('gives back the last one used, ends those over its number, and each that nobody took in time', () => {
    const ended: string[] = []
    const pool = idlePool<string>({ end: item => void ended.push(item), most: 2, patience: 1000 })
    expect(pool.take()).toBeNull()
    for (const item of ['one', 'two', 'three']) pool.give(item)
    expect(ended).toEqual(['three'])
    expect(pool.take()).toBe('two')
    vi.advanceTimersByTime(600)
    pool.give('two')
    vi.advanceTimersByTime(600)
    expect(ended).toEqual(['three', 'one'])
    pool.forget('two')
    vi.advanceTimersByTime(5000)
    expect(ended).toEqual(['three', 'one'])
    expect(pool.take()).toBeNull()
  })
})
