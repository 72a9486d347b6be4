import { useEffect } from 'preact/hooks'

/** The browser tab's name, the page first: tabs are narrow. */
export const useTitle = (page: string): void => {
  useEffect(() => {
    document.title = `${page} – trichluc`
  }, [page])
}
