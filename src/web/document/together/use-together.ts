import { useState } from 'preact/hooks'
import { recall, remember } from '../../storage.ts'

const STORAGE_KEY = 'trichluc.together'

/** Whether the document and its records scroll together; remembered. */
export const useTogether = (): readonly [isOn: boolean, choose: (isOn: boolean) => void] => {
  const [isOn, setOn] = useState(() => recall(STORAGE_KEY) !== 'off')
  const choose = (next: boolean) => {
    setOn(next)
    remember(STORAGE_KEY, next ? 'on' : 'off')
  }
  return [isOn, choose]
}
