import { type Problem, problem } from '../../problem.ts'
import { findTool } from '../../tools/optional-tools.ts'
import { embeddedRecogniser } from './embedded-recogniser.ts'
import { unpackedModel } from './language-model.ts'
import { nativeRecogniser } from './native-recogniser.ts'
import type { OcrEngine } from './ocr-settings.ts'
import type { Recogniser } from './recogniser.ts'

/** Makes recognisers, one for each page that is read at once. */
export type MakeRecogniser = () => Recogniser

/**
 * The engine that a setting asks for. With `auto` the embedded one is taken where tesseract is not installed, or its model
 * cannot be unpacked anywhere. Problems: `ocr-missing` where the native engine is asked for and not there.
 */
export async function chooseRecogniser(
  engine: OcrEngine,
): Promise<{ readonly engine: Recogniser['engine']; readonly make: MakeRecogniser } | { readonly problem: Problem }> {
  const embedded = { engine: 'embedded', make: embeddedRecogniser } as const
  if (engine === 'embedded') return embedded
  const tool = await findTool('tesseract')
  const model = tool === null ? null : await unpackedModel().catch(() => null)
  if (tool !== null && model !== null) {
    return { engine: 'native', make: () => nativeRecogniser(tool.path, model) }
  }
  return engine === 'auto' ? embedded : { problem: problem('ocr-missing') }
}
