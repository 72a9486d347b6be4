import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseYaml } from '../../rules/yaml.ts'

const NAME = 'document/confusions.yaml'

const group = z.string().min(2)

/** The table of `rules/document/confusions.yaml`. */
const ConfusionRules = z.strictObject({
  alike: z.array(group),
  capitals: z.array(group),
  pairs: z.record(z.string().length(2), z.string().length(1)),
  thin: z.string().min(1),
  numerals: z.record(z.string().length(1), z.string().regex(/^[IVX]+$/)),
})

const file = new URL(`../../../rules/${NAME}`, import.meta.url)

export const confusionRules = parseYaml(NAME, readFileSync(file, 'utf8'), ConfusionRules)
