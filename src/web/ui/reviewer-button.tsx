import { useLanguage } from '../language.tsx'
import { useReviewer } from '../reviewer/reviewer.tsx'

/** Who decides in this browser; pressed, it asks for another name. */
export function ReviewerButton() {
  const { t } = useLanguage()
  const { name, change } = useReviewer()
  return (
    <button type="button" class="reviewer-name" title={t('reviewer.change')} onClick={() => change()}>
      {name ?? t('reviewer.nobody')}
    </button>
  )
}
