import type { Suggestion } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { FigureButton } from './figure-button.tsx'
import { type FlaggedFigure, figureOf } from './flag-index.ts'
import type { FlagLinks } from './flag-note.tsx'

interface FlagSuggestionProps {
  readonly suggestion: Suggestion
  readonly links: FlagLinks
  readonly record: string | null
  readonly entry: boolean
  readonly onShow: (figure: FlaggedFigure) => void
}

/** What a number would have to be, and the sums that then come out. */
export function FlagSuggestion({ suggestion, links, record, entry, onShow }: FlagSuggestionProps) {
  const { t } = useLanguage()
  const { observation, text, because } = suggestion
  const found = links.records.get(observation)
  return (
    <div class="flag-suggestion">
      <p>
        {t('flags.suggestion')}:{' '}
        {found !== undefined && (
          <>
            <FigureButton
              figure={figureOf(found)}
              words={links.text.slice(found.evidence.start, found.evidence.end)}
              suspect={false}
              record={record}
              entry={entry}
              onShow={onShow}
            />
            {' → '}
          </>
        )}
        <b lang="vi">{text}</b>
        {because.length > 0 && <span class="quiet">, {t('flags.because')}</span>}
      </p>
      {because.length > 0 && (
        <ul lang="vi">
          {because.map(sum => (
            <li key={sum} class="expression">
              {sum}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
