import { useCallback, useRef } from 'preact/hooks'
import type { Mode } from './mode.ts'

interface Standing {
  readonly mode: Mode
  readonly selected: string | null
}

/** Where somebody stood when he asked for what is told later. */
interface Asked {
  readonly mode: Mode
  selected: string | null
}

/**
 * Selects what is told only later, as by the server: whoever has gone on meanwhile, to another record or into a form, is not called
 * back from there.
 */
export const useLateChoice = (
  standing: Standing,
  choose: (id: string) => void,
): ((told: Promise<string | null>) => Promise<void>) => {
  const now = useRef(standing)
  now.current = standing
  const waiting = useRef(new Set<Asked>())
  return useCallback(
    async told => {
      const { mode, selected } = now.current
      const asked: Asked = { mode, selected }
      waiting.current.add(asked)
      const id = await told.finally(() => waiting.current.delete(asked))
      const stays = ({ mode, selected }: Asked) => mode === now.current.mode && selected === now.current.selected
      if (id === null || !stays(asked)) return
      // Where one leads, those that were asked for after it go on from there: nobody has gone there by himself.
      for (const other of waiting.current) if (stays(other)) other.selected = id
      choose(id)
    },
    [choose],
  )
}
