import { useLayoutEffect, useRef, useState } from 'preact/hooks'

interface Dropped {
  readonly files: readonly File[]
  /** Browsers hand folders over as files that cannot be read. */
  readonly folders: readonly File[]
}

const sort = (items: DataTransferItemList): Dropped => {
  const files: File[] = []
  const folders: File[] = []
  for (const item of items) {
    const file = item.getAsFile()
    if (file !== null) (item.webkitGetAsEntry()?.isDirectory ? folders : files).push(file)
  }
  return { files, folders }
}

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Takes files that are dropped anywhere on the page: beside the box the browser would leave the page to show them.
 * @returns whether files are held over the page now
 */
export const useFileDrop = (onDrop: (dropped: Dropped) => void): boolean => {
  const [over, setOver] = useState(false)
  const tell = useRef(onDrop)
  tell.current = onDrop
  // With the page, not once it is painted: the browser would leave it for what is dropped before.
  useLayoutEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const hold = (event: DragEvent) => {
      if (!bringsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!bringsFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      setOver(false)
      tell.current(sort(event.dataTransfer.items))
    }
    addEventListener('dragover', hold, { signal })
    addEventListener('dragleave', leave, { signal })
    addEventListener('drop', drop, { signal })
    return () => controller.abort()
  }, [])
  return over
}
