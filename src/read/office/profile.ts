import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Setting = readonly [path: string, name: string, value: string]

const SCRIPTING = '/org.openoffice.Office.Common/Security/Scripting'
const NETWORK = '/org.openoffice.Inet/Settings'

/** The port of `discard`, on which nothing answers: every request fails at once. */
const NOWHERE: readonly Setting[] = ['HTTP', 'HTTPS', 'FTP'].flatMap(protocol => [
  [NETWORK, `ooInet${protocol}ProxyName`, '127.0.0.1'] as const,
  [NETWORK, `ooInet${protocol}ProxyPort`, '9'] as const,
])

/**
 * Settings of LibreOffice for documents of strangers: no macros, no links to other files or to the network, no request that
 * leaves the machine, no recovery of earlier sessions.
 */
const SETTINGS: readonly Setting[] = [
  [SCRIPTING, 'DisableMacrosExecution', 'true'],
  [SCRIPTING, 'MacroSecurityLevel', '3'],
  [SCRIPTING, 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '2'],
  ['/org.openoffice.Office.Recovery/RecoveryInfo', 'Enabled', 'false'],
  ['/org.openoffice.Office.Recovery/AutoSave', 'Enabled', 'false'],
  [NETWORK, 'ooInetProxyType', '2'],
  [NETWORK, 'ooInetNoProxy', ''],
  ...NOWHERE,
]

const item = ([path, name, value]: Setting): string =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`

/** Makes a new user profile with these settings in a folder that does not exist yet. */
export async function writeProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'user'), { recursive: true })
  await writeFile(
    join(folder, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${SETTINGS.map(item).join('\n')}
</oor:items>
`,
  )
}
