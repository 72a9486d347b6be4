import { memo } from 'preact/compat'
import type { NumeralClass, Numerals, Span } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { NUMERAL_CLASS } from '../labels.ts'
import { useLanguage } from '../language.tsx'

interface NumeralSummaryProps {
  readonly numerals: Numerals
  readonly text: string
  readonly onPoint: (span: Span) => void
  /** Asks why a numeral is no record. */
  readonly onAsk: (span: Span) => void
}

/** Enough to see what kind of number is missed; all of them are underlined in the text. */
const LISTED = 300
const CONTEXT_CHARACTERS = 24

const classes = Object.keys(NUMERAL_CLASS) as NumeralClass[]

/** Whole words of the same line or cell, before and after a numeral. */
const around = (text: string, { start, end }: Span): readonly [before: string, after: string] => {
  const from = start - CONTEXT_CHARACTERS
  const before = text.slice(Math.max(0, from), start).replace(/^.*[\n\t]/s, '\n')
  const after = text.slice(end, end + CONTEXT_CHARACTERS).replace(/[\n\t].*$/s, '\n')
  return [
    from > 0 && !before.startsWith('\n') ? before.replace(/^\S*\s/, '… ') : before.trimStart(),
    after.endsWith('\n') ? after.trimEnd() : after.replace(/\s\S*$/, ' …'),
  ]
}

function Summary({ numerals, text, onPoint, onAsk }: NumeralSummaryProps) {
  const { language, t, say } = useLanguage()
  const { unexplained } = numerals
  const write = (count: number) => formatNumber(count, language)
  return (
    <details class="note">
      <summary>
        {t('numerals.summary', { total: write(numerals.total) })}
        {classes
          .filter(name => numerals[name] > 0)
          .map(name => (
            <span key={name} class="count">
              {' '}
              {say(NUMERAL_CLASS[name])} <b>{write(numerals[name])}</b>
            </span>
          ))}
        <span class={`count${unexplained.length > 0 ? ' count-open' : ''}`}>
          {' '}
          {t('numerals.unexplained')} <b>{write(unexplained.length)}</b>
        </span>
      </summary>
      <h3>{t('numerals.unexplained.title')}</h3>
      {unexplained.length === 0 && <p>{t('numerals.unexplained.none')}</p>}
      <ul class="unexplained">
        {unexplained.slice(0, LISTED).map(numeral => {
          const [before, after] = around(text, numeral)
          return (
            <li key={numeral.start}>
              <button type="button" class="plain" title={t('why.show')} onClick={() => onPoint(numeral)}>
                {before}
                <u>{numeral.text}</u>
                {after}
              </button>{' '}
              <button
                type="button"
                class="plain why-numeral"
                aria-label={t('numeral.ask', { number: numeral.text })}
                onClick={() => onAsk(numeral)}
              >
                {t('key.why')}
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** What became of every numeral of the document, and the list of those that nothing explains. */
export const NumeralSummary = memo(Summary)
