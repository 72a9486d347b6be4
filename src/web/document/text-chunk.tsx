import type { ComponentChildren } from 'preact'
import { DataTable } from './data-table.tsx'
import { LineText } from './line-text.tsx'
import { TabbedRows } from './tabbed-rows.tsx'
import type { Block, Chunk } from './text-layout.ts'

/** Height of a drawn line with the space around it, for the height of what is not drawn yet. */
const LINE_PX = 24

const draw = (block: Block, text: string): ComponentChildren => {
  switch (block.kind) {
    case 'line':
      return (
        <p key={block.line.start} class="line" data-start={block.line.start}>
          <LineText line={block.line} text={text} />
        </p>
      )
    case 'tabs':
      return <TabbedRows key={block.rows[0]?.[0]?.start} rows={block.rows} text={text} />
    case 'table':
      return <DataTable key={block.id} table={block} text={text} />
  }
}

export function TextChunk({ chunk, text }: { chunk: Chunk; text: string }) {
  return (
    <div class="chunk" style={{ containIntrinsicBlockSize: `auto ${chunk.lines * LINE_PX}px` }}>
      {chunk.blocks.map(block => draw(block, text))}
    </div>
  )
}
