import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { TOOLS, type ToolName } from './tools.ts'

/** A program that was found on this machine. */
export interface Tool {
  readonly name: ToolName
  /** Absolute path of the program. */
  readonly path: string
  /** `5.3.0`; null where the program does not tell within a few seconds. */
  readonly version: string | null
}

/** Milliseconds that a program may take to tell its version. */
const VERSION_LIMIT = 10_000

const run = promisify(execFile)

const found = new Map<string, Promise<Tool>>()

/**
 * Finds an optional program in the folders of the `PATH`, without a shell. What was found is remembered as long as the
 * process lives; what was not is looked for again, so that it may be installed meanwhile.
 * @param path folders to look in, parted as in `PATH`; relative ones are passed over
 * @returns null where the program is in none of them or may not be run
 */
export async function findTool(name: ToolName, path = process.env.PATH ?? ''): Promise<Tool | null> {
  for (const program of TOOLS[name].programs) {
    for (const folder of path.split(delimiter).filter(isAbsolute)) {
      const file = join(folder, program)
      if (await isProgram(file)) return await toolAt(name, file)
    }
  }
  return null
}

/** Every optional program with what was found of it, in the order of the catalogue. */
export const findTools = (path?: string): Promise<readonly { readonly name: ToolName; readonly tool: Tool | null }[]> =>
  Promise.all((Object.keys(TOOLS) as ToolName[]).map(async name => ({ name, tool: await findTool(name, path) })))

function toolAt(name: ToolName, path: string): Promise<Tool> {
  const key = `${name} ${path}`
  const known =
    found.get(key) ?? versionOf(path, TOOLS[name].versionArguments).then(version => ({ name, path, version }))
  found.set(key, known)
  return known
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}

async function versionOf(file: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await run(file, args, {
      timeout: VERSION_LIMIT,
      killSignal: 'SIGKILL',
      maxBuffer: 65_536,
    })
    return /\d+(?:\.\d+)+/.exec(`${stdout}\n${stderr}`)?.[0] ?? null
  } catch {
    return null
  }
}
