import { useState } from 'preact/hooks'
import { recall, remember } from '../storage.ts'

const STORAGE_KEY = 'trichluc.why'

/** Whether the reasons of records are shown; remembered, as who wants them wants them at each. */
export const useWhyOpen = (): readonly [open: boolean, toggle: () => void] => {
  const [open, setOpen] = useState(() => recall(STORAGE_KEY) === 'open')
  const toggle = () => {
    remember(STORAGE_KEY, open ? 'closed' : 'open')
    setOpen(!open)
  }
  return [open, toggle]
}
