import { memo } from 'preact/compat'
import type { Message, Span } from '../../contract/index.ts'
import { MESSAGE_LEVEL, MESSAGE_SHAPE } from '../labels.ts'
import { useLanguage } from '../language.tsx'

interface ReaderMessagesProps {
  readonly messages: readonly Message[]
  readonly onPoint: (span: Span) => void
}

function Messages({ messages, onPoint }: ReaderMessagesProps) {
  const { t, say } = useLanguage()
  if (messages.length === 0) return null
  const grave = messages.some(({ level }) => level !== 'info')
  return (
    <details class="note" open={grave}>
      <summary>
        {t('document.messages')} <b>{messages.length}</b>
      </summary>
      <ul>
        {messages.map(({ level, code, text, page, start, end }) => (
          <li key={`${code} ${page} ${start}`} class={`message-${level}`}>
            <b>
              <span aria-hidden="true">{MESSAGE_SHAPE[level]}</span> {say(MESSAGE_LEVEL[level])}
            </b>
            {page !== undefined && ` (${t('document.messages.page', { page })})`}: {say(text)}{' '}
            {start !== undefined && end !== undefined && (
              <button type="button" class="plain" onClick={() => onPoint({ start, end })}>
                {t('why.show')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What the readers met on their way: open at once where something was lost. */
export const ReaderMessages = memo(Messages)
