import { findTools, type Tool } from '../tools/optional-tools.ts'
import { TOOLS, type ToolName } from '../tools/tools.ts'
import { EXIT, type Streams } from './streams.ts'

/**
 * Prints which optional programs were found, what each is for, and for missing ones what is lost and what to install.
 * @returns 0: the product works without them
 */
export async function doctorCommand({ environment, print }: Streams): Promise<number> {
  for (const { name, tool } of await findTools(environment.PATH)) print(tool === null ? missing(name) : found(tool))
  return EXIT.done
}

function found({ name, path, version }: Tool): string {
  const { vi, en } = TOOLS[name].purpose
  return `✓ ${name}${version === null ? '' : ` ${version}`}  ${path}\n    ${vi}\n    ${en}\n`
}

function missing(name: ToolName): string {
  const { purpose, without, packages } = TOOLS[name]
  const install = `apt install ${packages.join(' ')}`
  return [
    `✗ ${name}  chưa cài · not installed`,
    `    ${purpose.vi}; không có: ${without.vi}. Cài: ${install}`,
    `    ${purpose.en}; without it: ${without.en}. Install: ${install}`,
    '',
  ].join('\n')
}
