import type { DocumentHeader } from '../../contract/index.ts'
import type { Block } from '../block.ts'
import { titleCase } from './agency-name.ts'

/** The signature block (the first, where there are several): for whom, in which position, who. */
export const readSigner = (blocks: readonly Block[]): DocumentHeader['signer'] => {
  const start = blocks.findIndex(({ element }) => element === 'capacity' || element === 'position')
  if (start < 0) return null
  let capacity: string | null = null
  let title: string | null = null
  let name: string | null = null
  for (const { element, content, zone } of blocks.slice(start)) {
    if (zone !== 'foot') break
    if (element === 'capacity') capacity ??= content.text
    else if (element === 'position') title = content.text
    else if (element === 'name') {
      name = titleCase(content.text)
      break
    }
  }
  return { name, title, capacity }
}
