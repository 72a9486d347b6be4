import { LineText } from './line-text.tsx'
import type { Chunk } from './text-layout.ts'
import { TextTable } from './text-table.tsx'

/** Height of a drawn line with the space around it, for the height of what is not drawn yet. */
const LINE_PX = 24

export function TextChunk({ chunk, text }: { chunk: Chunk; text: string }) {
  return (
    <div class="chunk" style={{ containIntrinsicBlockSize: `auto ${chunk.lines * LINE_PX}px` }}>
      {chunk.blocks.map(block =>
        block.kind === 'table' ? (
          <TextTable key={block.rows[0]?.[0]?.start} rows={block.rows} text={text} />
        ) : (
          <p key={block.line.start} class="line" data-start={block.line.start}>
            <LineText line={block.line} text={text} />
          </p>
        ),
      )}
    </div>
  )
}
