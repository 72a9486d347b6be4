/** The version of the library that draws PDFs, set by the build. */
declare const __PDFJS_VERSION__: string

declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export * from 'pdfjs-dist/legacy/build/pdf.mjs'
}
