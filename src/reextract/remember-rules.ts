import type { Database } from '../archive/database/database.ts'
import { keepRuleSet } from '../archive/reextractions/rule-sets.ts'
import { RULES_FOLDER } from '../rules/rule-set.ts'
import { digestOf, meaningsOf, readRuleSetFiles } from '../rules/rule-set-files.ts'

/**
 * Keeps in the archive what the rules that come with the program say, before anything is read by them: later it can be told what a
 * change of them affects. Quick where they are kept already.
 */
export const rememberRules = async (db: Database): Promise<void> => {
  const files = readRuleSetFiles(RULES_FOLDER)
  await keepRuleSet(db, digestOf(files), () => meaningsOf(files))
}
