import { useMemo } from 'react'
import { livingTexts } from '../../i18n/living.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Heatmap } from '../chart/heatmap.tsx'
import { LineWithBand } from '../chart/line-with-band.tsx'
import { RankDots } from '../chart/rank-dots.tsx'
import { StackedBands } from '../chart/stacked-bands.tsx'
import { Waterfall } from '../chart/waterfall.tsx'
import { ranking } from './sample.ts'

export function ChartParts() {
  const t = useTexts(livingTexts)
  return (
    <>
      <div className="lp-card">
        <RankDots
          title={t('rank.title')}
          subtitle={t('rank.subtitle')}
          of={t('rank.of')}
          figure={t('rank.figure')}
          rows={ranking}
        />
      </div>
      <div className="lp-columns lp-columns--wide">
        <div className="lp-card">
          <Bands />
        </div>
        <div className="lp-card">
          <Gap />
        </div>
        <div className="lp-card">
          <Years />
        </div>
        <div className="lp-card">
          <Spread />
        </div>
      </div>
      <div className="lp-card">
        <Risk />
      </div>
    </>
  )
}

function Bands() {
  const t = useTexts(livingTexts)
  const looks = ['perfect', 'good', 'fair', 'low', 'none'] as const
  const counts = {
    phone: [148, 926, 222, 537, 19],
    email: [35, 330, 190, 280, 160],
    chat: [33, 385, 198, 330, 154],
    messenger: [8, 112, 60, 120, 96],
  }
  const channels = ['phone', 'email', 'chat', 'messenger'] as const
  return (
    <StackedBands
      title={t('bands.title')}
      subtitle={t('bands.subtitle')}
      bands={looks.map((look) => ({ look, name: t(`bands.${look}`) }))}
      rows={channels.map((channel) => ({
        name: t(`channel.${channel}`),
        counts: counts[channel],
        linkTo: (band) => ({ to: '/design', search: { channel, band: band.look } }),
      }))}
    />
  )
}

function Gap() {
  const t = useTexts(livingTexts)
  const parts = useMemo(
    () => [
      { name: t('gap.unanswered'), value: -6.4 },
      { name: t('gap.need'), value: -4.1 },
      { name: t('gap.wait'), value: -2.7 },
      { name: t('gap.welcome'), value: 0.6 },
    ],
    [t],
  )
  const start = useMemo(() => ({ name: t('gap.start'), value: 88.3 }), [t])
  const end = useMemo(() => ({ name: t('gap.end'), value: 75.7 }), [t])
  return (
    <Waterfall title={t('gap.title')} subtitle={t('gap.subtitle')} start={start} parts={parts} end={end} />
  )
}

const years = ['2021', '2022', '2023', '2024', '2025', '2026']
const own = [62.1, 60.4, 64.8, 69, 73.2, 75.7]
const others = [66, 66.4, 65.1, 67.2, 68, 68.3]

function Years() {
  const t = useTexts(livingTexts)
  const series = useMemo(
    () => [
      {
        name: t('line.own'),
        look: 'seen' as const,
        points: years.map((at, year) => ({
          at,
          value: own[year] ?? null,
          low: (own[year] ?? 0) - 8,
          high: (own[year] ?? 0) + 7,
        })),
      },
      {
        name: t('line.class'),
        look: 'control' as const,
        points: years.map((at, year) => ({ at, value: others[year] ?? null })),
      },
    ],
    [t],
  )
  const marks = useMemo(() => [{ at: '2023', text: t('line.break') }], [t])
  return (
    <LineWithBand
      title={t('line.title')}
      subtitle={t('line.subtitle')}
      series={series}
      marks={marks}
      height={15}
    />
  )
}

function Spread() {
  const t = useTexts(livingTexts)
  return (
    <Heatmap
      title={t('heat.title')}
      subtitle={t('heat.subtitle')}
      scale="amount"
      columns={['09', '10', '11', '12', '13', '14']}
      rows={t('heat.days')
        .split(',')
        .map((name, day) => ({
          name,
          cells: [0, 1, 2, 3, 4, 5].map((hour) => ({ value: 18 + ((day * 7 + hour * 11) % 23) })),
        }))}
    />
  )
}

function Risk() {
  const t = useTexts(livingTexts)
  const hours = Array.from(
    { length: 18 },
    (_, at) => `${String(8 + Math.floor(at / 2)).padStart(2, '0')}.${at % 2 === 0 ? '00' : '30'}`,
  )
  return (
    <Heatmap
      title={t('risk.title')}
      subtitle={t('risk.subtitle')}
      scale="risk"
      steps={[20, 40, 50, 70]}
      columns={hours}
      rows={t('heat.days')
        .split(',')
        .map((name, day) => ({
          name,
          cells: hours.map((_, at) => ({
            value: Math.round(97 * Math.exp(-((at - 5) ** 2) / 14 - (day - 1) ** 2 / 9)),
            link: { to: '/design' as const, search: { day: String(day) } },
          })),
        }))}
    />
  )
}
