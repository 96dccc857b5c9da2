import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { QualityAnswer } from '../../../src/measure/quality/contract.ts'
import { api } from '../../api.ts'
import { OnThisPage, type PagePart } from '../../design/on-this-page.tsx'
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
  const { contacts, answered, computedAt, observers } = quality
  const subtitle = t('subtitle', {
    contacts: number(contacts),
    answered: number(answered),
    at: instant(computedAt),
  })
  return (
    <EditionFrame title={useTitle(quality)} subtitle={subtitle}>
      {observers.length === 0 && <EmptyState title={t('title.few')}>{t('empty')}</EmptyState>}
      <OnThisPage parts={partsOf(quality, t)} />
    </EditionFrame>
  )
}

type Words = ReturnType<typeof useTexts<typeof qualityTexts.texts.nb>>

/** What can be told from the contacts there are. */
function partsOf(quality: QualityAnswer, t: Words): readonly PagePart[] {
  const { observers, variance, season, items } = quality
  const part = (id: PartId, content: ReactNode): PagePart => ({ id, label: t(`part.${id}`), content })
  return [
    ...(observers.length > 0
      ? [
          part('observers', <ObserversCard quality={quality} />),
          part('adjusted', <AdjustedCard quality={quality} />),
        ]
      : []),
    ...(variance
      ? [
          part('variance', <VarianceCard quality={quality} variance={variance} />),
          part('reliability', <ReliabilityCard quality={quality} variance={variance} />),
        ]
      : []),
    ...(season ? [part('season', <SeasonCard season={season} />)] : []),
    part('agreement', <AgreementCard quality={quality} />),
    ...(items.length > 0
      ? [part('items', <ItemsCard quality={quality} />), part('pairs', <PairsCard quality={quality} />)]
      : []),
  ]
}

type PartId = keyof typeof qualityTexts.texts.nb.part

function useTitle({ observers }: QualityAnswer): string {
  const t = useTexts(qualityTexts)
  const word = useCountWord()
  if (observers.length === 0) return t('title.few')
  const count = observers.filter(({ verdict }) => verdict !== 'unclear').length
  return count === 0 ? t('title.nobody') : t('title.some', { count, word: word(count) })
}
