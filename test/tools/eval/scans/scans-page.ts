import { scoresOf } from '../../score/counts.ts'
import { percent, table } from '../table.ts'
import type { Measured } from './evaluate-scans.ts'
import { ALLOWED, ALLOWED_LEGACY } from './plan.ts'

const HEAD = ['document', 'variant', 'pages', 'CER', 'words', 'numbers', 'extra', 'F1', 'strict F1', 'loss', 'allowed']

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const strictF1 = (m: Measured): number => scoresOf(m.counts).strictF1

const allowedFor = ({ variant }: Measured): number | null => {
  if (/^(tcvn3|vni) /.test(variant)) return ALLOWED_LEGACY
  return (ALLOWED as Readonly<Record<string, number>>)[variant] ?? null
}

const cells = (m: Measured, text: Measured): string[] => {
  const { characters, errors, words, wordsFound, numbers, numbersFound, extra } = m.text
  if (m.problem !== null) return [m.document, m.variant, String(m.pages), m.problem, ...HEAD.slice(4).map(() => '')]
  const loss = strictF1(text) - strictF1(m)
  const allowed = allowedFor(m)
  return [
    m.document,
    m.variant,
    String(m.pages),
    (100 * share(errors, characters)).toFixed(2),
    percent(share(wordsFound, words)),
    percent(share(numbersFound, numbers)),
    String(extra),
    percent(scoresOf(m.counts).f1),
    percent(strictF1(m)),
    m === text ? '' : percent(loss),
    allowed === null ? '' : `${percent(allowed)}${loss > allowed ? ' exceeded' : ''}`,
  ]
}

/** Each document's text first, then its variants. */
export const scansTable = (all: readonly Measured[]): string =>
  table(
    HEAD,
    all.map(m => cells(m, all.find(t => t.document === m.document && t.variant === 'text') ?? m)),
  )

/** docs/accuracy-scans.md. @param engine which program read the images */
export const scansPage = (all: readonly Measured[], engine: string): string => `# Accuracy on scans and legacy files

Written by \`npm run eval:scans\`; do not edit. Page images were read by ${engine}.

Documents of the fixtures are printed and scanned in many ways (\`test/tools/scans\`), or set in fonts from before Unicode; what is
read from the files is compared with what was printed, and with the labels of the texts (found by value and unit in reading
order). _CER_: character errors, each printed line compared with the place it fits best. _words_, _numbers_: how many of the
printed ones came back exactly; _extra_: words that were read and are not printed (stamps and handwriting among them). _loss_: how
far strict F1 falls behind that of the text itself. All figures but counts are percentages.

${scansTable(all)}
`
