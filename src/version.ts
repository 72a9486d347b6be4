import { readFileSync } from 'node:fs'

/** The version of the product, from `package.json`: one folder up, from `src` as from `dist`. */
export const readVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '0.0.0'
}
