import { readFileSync } from 'node:fs'
import { parseYaml } from '../../rules/yaml.ts'
import { ConfusionRules } from './confusion-schema.ts'

const NAME = 'document/confusions.yaml'

const file = new URL(`../../../rules/${NAME}`, import.meta.url)

export const confusionRules = parseYaml(NAME, readFileSync(file, 'utf8'), ConfusionRules)
