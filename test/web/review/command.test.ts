import { expect, test } from 'vitest'
import { type Command, keysOf } from '../../../src/web/review/command.ts'
import type { KeyPress } from '../../../src/web/ui/keys.ts'

const press = (commands: readonly Command[], name: string, held: Partial<KeyPress> = {}) =>
  keysOf(commands)[name]?.({ shiftKey: false, repeat: false, ...held })

test('a key that is held does once what it does, unless it is to repeat', () => {
  const done: string[] = []
  const commands: readonly Command[] = [
    { keys: 'A', label: 'key.accept', run: () => done.push('a') },
    { keys: 'J', label: 'key.next', repeats: true, run: () => done.push('j') },
  ]
  for (const repeat of [false, true, true]) {
    press(commands, 'a', { repeat })
    press(commands, 'j', { repeat })
  }
  expect(done).toEqual(['a', 'j', 'j', 'j'])
})

test('a key that is held is not left to the browser either', () => {
  const enter: Command = { keys: 'Enter', label: 'key.edit', run: () => false }
  expect(press([enter], 'enter')).toBe(false)
  expect(press([enter], 'enter', { repeat: true })).toBeUndefined()
})

test('a letter with shift is a command of its own, or none', () => {
  const done: string[] = []
  const next: Command = { keys: 'J', label: 'key.next', run: () => done.push('j') }
  expect(press([next], 'j', { shiftKey: true })).toBe(false)
  press([next, { keys: 'Shift J', label: 'key.next-document', run: () => done.push('J') }], 'j', { shiftKey: true })
  expect(done).toEqual(['J'])
})
