import { useEffect, useState } from 'preact/hooks'
import type { Misreading, MisreadingList, RuleAgreement } from '../../contract/index.ts'
import { read } from '../api/client.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { MakeExample } from '../draft/make-example.tsx'
import { formatDay } from '../format/moment.ts'
import { useLanguage } from '../language.tsx'
import { useCodes } from '../review/use-codes.ts'
import { Link } from '../router.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { attributeText } from './attribute-text.ts'

type Source = Pick<RuleAgreement, 'attribute' | 'origin' | 'rule'>

interface MisreadPlacesProps {
  readonly source: Source
  /** How many there are; the first of them are shown. */
  readonly all: number
}

const MOST = 20

const addressOf = ({ attribute, origin, rule }: Source): string => {
  const query = new URLSearchParams({ attribute, limit: String(MOST) })
  if (origin !== null) query.set('origin', origin)
  if (rule !== null) query.set('rule', rule)
  return `/v1/review/misreadings?${query}`
}

/** The records that reviewers settled otherwise than they were read by one rule, each with the way to it. */
export function MisreadPlaces({ source, all }: MisreadPlacesProps) {
  const { t } = useLanguage()
  const [found, setFound] = useState<readonly Misreading[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const address = addressOf(source)
  useEffect(() => {
    const controller = new AbortController()
    read<MisreadingList>(address, { signal: controller.signal }).then(
      ({ misreadings }) => setFound(misreadings),
      (error: unknown) => {
        if (!controller.signal.aborted) setFailure(toFailure(error))
      },
    )
    return () => controller.abort()
  }, [address])
  if (failure !== null) return <ProblemBox failure={failure} />
  if (found === null) return <p aria-live="polite">{t('dashboard.places.loading')}</p>
  return (
    <>
      <ul class="places">
        {found.map(place => (
          <li key={`${place.document.id} ${place.record} ${place.when}`}>
            <Place place={place} attribute={source.attribute} />
          </li>
        ))}
      </ul>
      {found.length < all && <p class="quiet">{t('dashboard.places.of', { shown: found.length, all })}</p>}
    </>
  )
}

function Place({ place, attribute }: { place: Misreading; attribute: Source['attribute'] }) {
  const { language, t } = useLanguage()
  const { document, record, quote, who, when } = place
  const { codes } = useCodes()
  const write = (value: unknown) => attributeText(attribute, value, language, codes) ?? t('dashboard.nothing')
  const said = { read: write(place.read), right: write(place.right) }
  const verdict =
    attribute === 'number' ? 'missed' : place.right === null && place.read !== null ? 'rejected' : 'corrected'
  return (
    <>
      <Link to={`/documents/${document.id}${record === null ? '' : `#${record}`}`}>
        {document.number ?? document.name}
      </Link>{' '}
      <q>{quote}</q> <b>{t(`dashboard.place.${verdict}`, said)}</b>{' '}
      <span class="quiet">{t('dashboard.place.by', { who, when: formatDay(when, language) })}</span>
      {record !== null && <MakeExample document={document.id} record={record} settled={true} />}
    </>
  )
}
