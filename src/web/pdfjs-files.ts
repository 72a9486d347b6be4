import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const PACKAGE = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string }

/** What the library fetches while it draws: maps of characters, fonts that need not be embedded, and its decoder of JPEG 2000. */
const NEEDED: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(pfb|ttf)$/,
  wasm: /^openjpeg_nowasm_fallback\.js$/,
}

const neededFiles = (): string[] =>
  Object.entries(NEEDED).flatMap(([folder, name]) =>
    readdirSync(join(dirname(PACKAGE), folder))
      .filter(file => name.test(file))
      .map(file => `${folder}/${file}`),
  )

/** Puts the files of the library that draws PDFs beside the pages, under an address that its version is part of. */
export const pdfjsFiles = (): Plugin => {
  const base = `assets/pdfjs-${version}/`
  return {
    name: 'pdfjs-files',
    config: () => ({ define: { __PDFJS_VERSION__: JSON.stringify(version) } }),
    generateBundle() {
      for (const file of neededFiles()) {
        const source = readFileSync(join(dirname(PACKAGE), file))
        this.emitFile({ type: 'asset', fileName: base + file, source })
      }
    },
    configureServer(server) {
      const files = new Set(neededFiles())
      server.middlewares.use(`/${base}`, (request, response, next) => {
        const file = (request.url ?? '').slice(1)
        if (!files.has(file)) return next()
        if (file.endsWith('.js')) response.setHeader('content-type', 'text/javascript')
        response.end(readFileSync(join(dirname(PACKAGE), file)))
      })
    },
  }
}
