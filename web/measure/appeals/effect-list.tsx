import type { Effect } from '../../../src/measure/appeals/contract.ts'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Pair = Effect['score']

/** What a decision does, before → after: score, total and places. */
export function EffectList({
  effect,
  excluded = false,
  places = true,
}: {
  readonly effect: Pick<Effect, 'score' | 'othersMoved'> & {
    readonly [Key in 'total' | 'classRank' | 'rank']: Pair | null
  }
  readonly excluded?: boolean
  /** Places are nobody's to see before publication. */
  readonly places?: boolean
}) {
  const t = useTexts(appealsTexts)
  const lines = [
    { key: 'score', pair: effect.score, decimals: 1 },
    { key: 'total', pair: effect.total, decimals: 1 },
    { key: 'classRank', pair: places ? effect.classRank : null, decimals: 0 },
    { key: 'rank', pair: places ? effect.rank : null, decimals: 0 },
  ] as const
  return (
    <>
      <dl className="lp-effect">
        {lines.map(({ key, pair, decimals }) =>
          pair === null ? null : (
            <div key={key}>
              <dt>{t(`effect.${key}`)}</dt>
              <dd className="lp-number">
                <Change pair={pair} decimals={decimals} isOut={excluded && key === 'score'} />
              </dd>
            </div>
          ),
        )}
      </dl>
      {places && effect.othersMoved > 0 && (
        <p className="lp-small lp-quiet">{t('effect.others', { count: effect.othersMoved })}</p>
      )}
    </>
  )
}

type ChangeProps = { readonly pair: Pair; readonly decimals: number; readonly isOut: boolean }

function Change({ pair: { before, after }, decimals, isOut }: ChangeProps) {
  const t = useTexts(appealsTexts)
  const format = useFormats()
  const words = (value: number | null) => (value === null ? '–' : format.number(value, decimals))
  if (isOut) return `${words(before)} → ${t('effect.out')}`
  if (words(before) === words(after)) return `${words(after)} (${t('effect.same')})`
  return (
    <>
      {words(before)} → <strong>{words(after)}</strong>
    </>
  )
}
