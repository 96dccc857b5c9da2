/** An observer's grade in words and shares, each with its n and its interval. */
import type { PoolObserver } from '../../../src/measure/observers/contract.ts'
import { Figure } from '../../design/figure.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Grade = PoolObserver['grade']
type Share = NonNullable<Grade['inOrder']>

export function GradeFigures({ grade }: { readonly grade: Grade }) {
  const t = useTexts(poolTexts)
  const format = useFormats()
  const { inOrder, returned, late, upheld, all, standing } = grade
  if (inOrder === null) return <p className="lp-quiet">{t('grade.nothing')}</p>
  const words =
    standing === 'tooFew'
      ? t('grade.words.tooFew', { n: inOrder.n })
      : t(`grade.words.${standing}`, { all: format.percent(all ?? 0) })
  return (
    <div className="lp-stack">
      <p>
        <strong>{words}</strong>
      </p>
      <div className="lp-observer__figures">
        <ShareFigure label={t('grade.inOrder')} share={inOrder} />
        <ShareFigure label={t('grade.returned')} share={returned} note={t('grade.returnedNote')} />
        <ShareFigure label={t('grade.late')} share={late} note={t('grade.lateNote')} />
        <ShareFigure label={t('grade.upheld')} share={upheld} note={t('grade.upheldNote')} />
      </div>
    </div>
  )
}

function ShareFigure(props: {
  readonly label: string
  readonly share: Share | null
  readonly note?: string
}) {
  const format = useFormats()
  const { label, share, note } = props
  if (share === null) return null
  const [low, high] = share.interval
  return (
    <Figure
      label={label}
      value={format.percent(share.share)}
      interval={[low * 100, high * 100]}
      decimals={0}
      n={share.n}
      {...(note === undefined ? {} : { note })}
    />
  )
}
