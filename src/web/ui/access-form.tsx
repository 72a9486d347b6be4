import { useState } from 'preact/hooks'
import { holdToken } from '../api/token.ts'
import { useLanguage } from '../language.tsx'

/** Asks for the access token where the server wants one. It is kept for this tab only. */
export function AccessForm() {
  const { t } = useLanguage()
  const [token, setToken] = useState('')
  const enter = (event: Event) => {
    event.preventDefault()
    holdToken(token.trim())
    location.reload()
  }
  return (
    <form class="access" onSubmit={enter}>
      <label>
        {t('access.label')}
        <input
          type="password"
          autocomplete="current-password"
          required
          value={token}
          onInput={event => setToken(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary">
        {t('access.enter')}
      </button>
    </form>
  )
}
