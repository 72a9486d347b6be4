import { useLanguage } from '../language.tsx'

interface ReadAnewNoticeProps {
  readonly shown: boolean
  readonly onNoticed: () => void
}

/** Says that the document was read anew under the open page, until the reviewer has taken note of it. */
export function ReadAnewNotice({ shown, onNoticed }: ReadAnewNoticeProps) {
  const { t } = useLanguage()
  return (
    <div role="status">
      {shown && (
        <p class="read-anew">
          <span aria-hidden="true">↻ </span>
          {t('document.read-anew')}{' '}
          <button type="button" onClick={onNoticed}>
            {t('document.read-anew.noticed')}
          </button>
        </p>
      )}
    </div>
  )
}
