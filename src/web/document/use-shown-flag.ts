import { useEffect, useState } from 'preact/hooks'
import type { Flag } from '../../contract/index.ts'

/**
 * The flag that is looked at: the selected one, or the one looked at before as long as the selected record is one of its
 * numbers, so that it stays while its figures are gone through.
 * @param selected id of a flag or a record
 */
export const useShownFlag = <F extends Flag>(
  selected: string | null,
  flags: readonly F[],
): readonly [flag: F | undefined, keep: (flag: Flag) => void] => {
  const [kept, keep] = useState<Flag | undefined>()
  const stays = selected !== null && kept?.observations.includes(selected)
  const flag = flags.find(({ id }) => id === selected || (stays && id === kept?.id))
  useEffect(() => keep(flag), [flag])
  return [flag, keep]
}
