import { useQuery } from '@tanstack/react-query'
import type { QualityAnswer } from '../../../src/measure/quality/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { qualityTexts } from '../../i18n/quality.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { useCountWord } from '../results/words.ts'
import { AdjustedCard } from './adjusted-card.tsx'
import { AgreementCard } from './agreement-card.tsx'
import { ItemsCard } from './items-card.tsx'
import { ObserversCard } from './observers-card.tsx'
import { PairsCard } from './pairs-card.tsx'
import { SeasonCard } from './season-card.tsx'
import { ReliabilityCard, VarianceCard } from './variance-card.tsx'
import './quality.css'

/** How much of what is seen is the participants, and how much is who looked, when and with which question? */
export function QualityPage() {
  const t = useTexts(qualityTexts)
  const editionId = useEditionId()
  const query = useQuery(api.quality.get.queryOptions({ input: { editionId } }))
  if (query.data) return <Loaded quality={query.data as QualityAnswer} />
  return (
    <EditionFrame title={t('name')} {...(query.error ? {} : { subtitle: t('working') })}>
      <Awaited query={query}>{() => null}</Awaited>
    </EditionFrame>
  )
}

function Loaded({ quality }: { readonly quality: QualityAnswer }) {
  const t = useTexts(qualityTexts)
  const { number, instant } = useFormats()
  const { contacts, answered, computedAt, observers, season, variance } = quality
  const subtitle = t('subtitle', {
    contacts: number(contacts),
    answered: number(answered),
    at: instant(computedAt),
  })
  return (
    <EditionFrame title={useTitle(quality)} subtitle={subtitle}>
      {observers.length === 0 && <EmptyState title={t('title.few')}>{t('empty')}</EmptyState>}
      {observers.length > 0 && (
        <>
          <div className="lp-card">
            <ObserversCard quality={quality} />
          </div>
          <div className="lp-card">
            <AdjustedCard quality={quality} />
          </div>
        </>
      )}
      {variance && (
        <>
          <div className="lp-card">
            <VarianceCard quality={quality} variance={variance} />
          </div>
          <div className="lp-card">
            <ReliabilityCard quality={quality} variance={variance} />
          </div>
        </>
      )}
      {season && (
        <div className="lp-card">
          <SeasonCard season={season} />
        </div>
      )}
      <div className="lp-card">
        <AgreementCard quality={quality} />
      </div>
      {quality.items.length > 0 && (
        <>
          <div className="lp-card">
            <ItemsCard quality={quality} />
          </div>
          <div className="lp-card">
            <PairsCard quality={quality} />
          </div>
        </>
      )}
    </EditionFrame>
  )
}

function useTitle({ observers }: QualityAnswer): string {
  const t = useTexts(qualityTexts)
  const word = useCountWord()
  if (observers.length === 0) return t('title.few')
  const count = observers.filter(({ verdict }) => verdict !== 'unclear').length
  return count === 0 ? t('title.nobody') : t('title.some', { count, word: word(count) })
}
