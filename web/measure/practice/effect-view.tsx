import type { TrainingEffect } from '../../../src/measure/practice/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { type Domain, niceDomain } from '../../design/chart/scale.ts'
import { Status, type Tone } from '../../design/status.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

const tones: Readonly<Record<TrainingEffect['verdict'], Tone>> = {
  notStarted: 'neutral',
  tooEarly: 'information',
  noComparison: 'neutral',
  cannotTell: 'neutral',
  lifted: 'good',
  fell: 'warning',
}

/** What later contacts show: the verdict in words first, the three differences with their intervals below. */
export function EffectView({ effect }: { readonly effect: TrainingEffect }) {
  const t = useTexts(practiceTexts)
  const { before, after, verdict, change, others, lift } = effect
  const words =
    verdict === 'tooEarly'
      ? t('training.verdict.tooEarly', { n: after.n, before: before.n })
      : t(`training.verdict.${verdict}`)
  const rows = [
    ...(change ? [{ name: t('training.own'), ...change }] : []),
    ...(others ? [{ name: t('training.others'), ...others }] : []),
    ...(lift ? [{ name: t('training.lift'), ...lift }] : []),
  ]
  return (
    <div className="lp-practice__effect">
      <p className="lp-row">
        <Status tone={tones[verdict]}>{words}</Status>
        <Sides effect={effect} />
      </p>
      {rows.length > 0 && <Differences rows={rows} isLifted={lift !== null} />}
      <p className="lp-small lp-quiet">{t(`training.explain.${verdict}`)}</p>
    </div>
  )
}

function Sides({ effect: { before, after } }: { readonly effect: TrainingEffect }) {
  const t = useTexts(practiceTexts)
  const { number } = useFormats()
  if (before.mean === null || after.mean === null) return null
  return (
    <span className="lp-small lp-quiet lp-number">
      {t('training.before')} {number(before.mean, 1)} (n = {before.n}) · {t('training.after')}{' '}
      {number(after.mean, 1)} (n = {after.n})
    </span>
  )
}

type Row = { readonly name: string; readonly value: number; readonly interval: readonly [number, number] }

function Differences({ rows, isLifted }: { readonly rows: readonly Row[]; readonly isLifted: boolean }) {
  const format = useFormats()
  const domain: Domain = niceDomain([0, ...rows.flatMap(({ interval }) => [...interval])])
  return (
    <dl className="lp-practice__differences">
      {rows.map(({ name, value, interval }, at) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong className="lp-number">{format.change(value)}</strong>{' '}
            <span className="lp-small lp-quiet lp-number">({format.interval(interval[0], interval[1])})</span>
          </dd>
          <dd className="lp-practice__axis">
            <Interval
              value={value}
              low={interval[0]}
              high={interval[1]}
              domain={{ ...domain, ticks: [0] }}
              isHighlighted={isLifted && at === rows.length - 1}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
