import { useEffect, useState } from 'preact/hooks'
import type { Sample } from '../../http/schemas.ts'
import { listSamples, loadSamples } from '../api/client.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { formatBytes } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'

/** A new archive: says that it is new, and offers the documents that come with the product. */
export function EmptyArchive({ onLoaded }: { onLoaded: () => void }) {
  const { language, t } = useLanguage()
  const [samples, setSamples] = useState<readonly Sample[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [loading, setLoading] = useState(false)

  useEffect(() => {
    const controller = new AbortController()
    listSamples(controller.signal)
      .then(answer => setSamples(answer.samples))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setFailure(toFailure(error))
      })
    return () => controller.abort()
  }, [])

  const load = async () => {
    setLoading(true)
    setFailure(null)
    try {
      await loadSamples()
      onLoaded()
    } catch (error) {
      setFailure(toFailure(error))
    }
    setLoading(false)
  }

  return (
    <section class="empty">
      <h2>{t('archive.empty.title')}</h2>
      <p>{t('archive.empty.text')}</p>
      {failure !== null && <ProblemBox failure={failure} />}
      {samples.length > 0 && (
        <>
          <h3>{t('archive.samples')}</h3>
          <ul>
            {samples.map(({ name, title, bytes }) => (
              <li key={name}>
                {title}{' '}
                <span class="quiet">
                  {name}, {formatBytes(bytes, language)}
                </span>
              </li>
            ))}
          </ul>
          <button type="button" class="primary" disabled={loading} onClick={() => void load()}>
            {loading ? t('archive.samples.loading') : t('archive.samples.load')}
          </button>
        </>
      )}
    </section>
  )
}
