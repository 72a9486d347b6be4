import { EXIT, type Streams } from './streams.ts'
export async function checkCommand(_r: string | undefined, _streams: Streams): Promise<number> {
  return EXIT.done
}
