import type { TextFormat } from './format/format.ts'
import { EXIT, type Streams } from './streams.ts'
export async function tryCommand(
  _s: string,
  _r: string | undefined,
  _f: TextFormat,
  _streams: Streams,
): Promise<number> {
  return EXIT.done
}
