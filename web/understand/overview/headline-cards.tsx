/** The four figures that come before everything else, each with how sure it is. */
import type { Overview } from '../../../src/understand/overview/contract.ts'
import { Figure } from '../../design/figure.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { topicLink } from './links.ts'
import { risesOf } from './rises.ts'

type Props = { readonly overview: Overview }

export function HeadlineCards({ overview }: Props) {
  return (
    <div className="lp-headlines">
      <FcrCard overview={overview} />
      <TriedCard overview={overview} />
      <FailureCard overview={overview} />
      <RiseCard overview={overview} />
    </div>
  )
}

function FcrCard({ overview: { cards } }: Props) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  if (cards.fcr === null) return <Unknown label={t('card.fcr')} />
  const { value, low, high, n } = cards.fcr
  const censored = format.number(cards.censored)
  const note =
    cards.fcrBefore === null
      ? t('card.fcrNoteNew', { censored })
      : t('card.fcrNote', { censored, change: format.change((value - cards.fcrBefore.value) * 100, 1) })
  return (
    <Figure
      label={t('card.fcr')}
      value={format.percent(value)}
      interval={[low * 100, high * 100]}
      decimals={0}
      n={Math.round(n)}
      note={note}
    />
  )
}

function TriedCard({ overview: { cards } }: Props) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  if (cards.tried === null) return <Unknown label={t('card.tried')} />
  const { value, low, high, n } = cards.tried
  return (
    <Figure
      label={t('card.tried')}
      value={format.percent(value)}
      interval={[low * 100, high * 100]}
      decimals={0}
      n={Math.round(n)}
      {...(cards.gap && { note: gapText(cards.gap, t, format) })}
    />
  )
}

type Words = ReturnType<typeof useTexts<(typeof overviewTexts)['texts']['nb']>>

function gapText(
  { gap, low, high }: NonNullable<Overview['cards']['gap']>,
  t: Words,
  format: ReturnType<typeof useFormats>,
): string {
  if (low <= 0 && high >= 0) return t('card.gapNone')
  const points = format.number(Math.abs(gap) * 100, 0)
  const ends = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b) as [number, number]
  const interval = format.interval(ends[0] * 100, ends[1] * 100, 0)
  return gap < 0 ? t('card.gap', { points, interval }) : t('card.gapMore', { points, interval })
}

function FailureCard({ overview: { cards } }: Props) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const link = { to: '/understand/demand' } as const
  if (cards.failure === null)
    return (
      <Figure label={t('card.failure')} value={t('card.unknown')} note={t('card.failureNone')} link={link} />
    )
  const { value, low, high, n } = cards.failure
  const { kappa } = cards
  const note =
    kappa?.kappa == null || kappa.low === null || kappa.high === null
      ? t('card.failureOne')
      : t('card.failureNote', {
          kappa: format.number(kappa.kappa, 2),
          interval: format.interval(kappa.low, kappa.high, 2),
        })
  return (
    <Figure
      label={t('card.failure')}
      value={format.percent(value)}
      interval={[low * 100, high * 100]}
      decimals={0}
      n={Math.round(n)}
      note={note}
      link={link}
    />
  )
}

function RiseCard({ overview }: Props) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const format = useFormats()
  const [rise] = risesOf(overview)
  if (!rise) {
    return (
      <div className="lp-rise-card">
        <Figure label={t('card.rise')} value={t('card.riseNone')} note={t('card.riseNoneNote')} />
      </div>
    )
  }
  const before = rise.weeks.slice(-5, -1).reduce((sum, count) => sum + count, 0) / 4
  const [most] = rise.mix.toSorted((a, b) => b.contacts - a.contacts)
  return (
    <div className="lp-rise-card">
      <Figure
        label={rise.isNew ? t('card.riseNew') : t('card.rise')}
        value={rise.name}
        note={t('card.riseNote', {
          number: format.number(Math.round(rise.rise.count)),
          before: format.number(before, before < 10 ? 1 : 0),
          channel: words(`channel.${most!.channel}`).toLowerCase(),
        })}
        link={topicLink(rise.topicId)}
        isNotice
      />
    </div>
  )
}

function Unknown({ label }: { readonly label: string }) {
  const t = useTexts(overviewTexts)
  return <Figure label={label} value={t('card.unknown')} note={t('card.unknownNote')} />
}
