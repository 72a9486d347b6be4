import type { TextKey } from '../texts.ts'
import type { KeyPress, Keys } from '../ui/keys.ts'

/** Something a key does now. Those that make no sense at the moment are not in the list. */
export interface Command {
  /** As it stands on the keyboard: `A`, `Shift J`, `]`. */
  readonly keys: string
  readonly label: TextKey
  /** What stands for the `{name}`s of the label. */
  readonly details?: Readonly<Record<string, string>>
  /** It is done again and again while its key is held. */
  readonly repeats?: true
  /** @returns false where the key was meant for something else */
  readonly run: () => unknown
}

/** What the keyboard is listened to for: the commands by their keys. */
export const keysOf = (commands: readonly Command[]): Keys => {
  const byKeys = new Map(commands.map(command => [command.keys.toLowerCase(), command]))
  const names = new Set([...byKeys.keys()].map(keys => keys.replace(/^shift /, '')))
  return Object.fromEntries(
    [...names].map(name => [
      name === 'esc' ? 'escape' : name,
      ({ shiftKey, repeat }: KeyPress) => {
        const plain = byKeys.get(name)
        const command = shiftKey ? (byKeys.get(`shift ${name}`) ?? (isLetter(name) ? undefined : plain)) : plain
        if (command === undefined) return false
        // A key that is held says nothing more; the browser is not to make anything else of it either.
        return repeat && command.repeats !== true ? undefined : command.run()
      },
    ]),
  )
}

/** Other keys are the same with shift on some keyboards: `?`, `/`. */
const isLetter = (name: string): boolean => /^[a-z]$/.test(name)
