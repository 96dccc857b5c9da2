/** What the proposal would have done to the last season: who moves, how alike the rankings are, and the bands. */
import { useMemo } from 'react'
import type { PointsEffect, PointsProposal, RankingMove } from '../../../src/measure/expectations/contract.ts'
import { StackedBands } from '../../design/chart/stacked-bands.tsx'
import { Figure } from '../../design/figure.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

export function Effect({ proposal: { effect } }: { readonly proposal: PointsProposal }) {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  if (!effect) return <p className="lp-quiet">{t('points.noEffect')}</p>
  const { edition, contacts, tau, moved, largestMove, classWinnersChanged } = effect
  const winners = classWinnersChanged.join(', ') || t('points.noWinners')
  return (
    <section className="lp-stack" aria-labelledby="effect-title">
      <div>
        <h2 id="effect-title">{t('points.effect', { edition })}</h2>
        <p className="lp-quiet">{t('points.effectText', { contacts: format.number(contacts) })}</p>
      </div>
      <div className="lp-columns">
        <Figure
          label={t('points.moved')}
          value={t('points.movedOf', { moved, all: effect.participants.length })}
          note={`${t('points.largest')}: ${t('points.largestPlaces', { count: largestMove })}`}
        />
        {tau !== null && (
          <Figure label={t('points.tau')} value={format.number(tau, 3)} note={t('points.tauNote')} />
        )}
        <Figure label={t('points.winners')} value={winners} />
      </div>
      <div className="lp-card">
        <Bands effect={effect} />
      </div>
      <div className="lp-card">
        <Moves effect={effect} />
      </div>
    </section>
  )
}

const looks = ['perfect', 'good', 'fair', 'low'] as const

function Bands({ effect }: { readonly effect: PointsEffect }) {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  const { bands, contacts } = effect
  const counts = (of: 'before' | 'after') => bands.map((band) => Math.round((band[of] * contacts) / 100))
  return (
    <StackedBands
      title={t('points.bands')}
      bands={bands.map(({ name }, at) => ({ look: looks[at] ?? 'low', name: name[language] }))}
      rows={[
        { name: t('points.bandsBefore'), counts: counts('before') },
        { name: t('points.bandsAfter'), counts: counts('after') },
      ]}
    />
  )
}

function Moves({ effect }: { readonly effect: PointsEffect }) {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  const columns = useMemo((): readonly TableColumn<RankingMove>[] => {
    const up = ({ before, after }: RankingMove) => before.rank - after.rank
    return [
      { id: 'participant', header: t('points.participant'), value: ({ participant }) => participant },
      { id: 'class', header: t('points.class'), value: (move) => move.class },
      { id: 'placeBefore', header: t('points.placeBefore'), value: ({ before }) => before.rank },
      { id: 'placeAfter', header: t('points.placeAfter'), value: ({ after }) => after.rank },
      {
        id: 'moves',
        header: t('points.moves'),
        value: up,
        cell: (move) =>
          up(move) === 0 ? (
            '0'
          ) : (
            <Status tone={up(move) > 0 ? 'good' : 'warning'} icon={up(move) > 0 ? 'right' : 'left'}>
              {format.change(up(move), 0)}
            </Status>
          ),
      },
      {
        id: 'totalBefore',
        header: t('points.totalBefore'),
        value: ({ before }) => before.total,
        decimals: 1,
      },
      { id: 'totalAfter', header: t('points.totalAfter'), value: ({ after }) => after.total, decimals: 1 },
    ]
  }, [t, format])
  const { editionId } = effect
  return (
    <DataTable
      title={t('points.ranking')}
      name="moves"
      rows={effect.participants}
      columns={columns}
      rowKey={({ participantId }) => participantId}
      rowLink={({ participantId }) => ({
        to: '/measure/editions/$editionId/results/$participantId',
        params: { editionId, participantId },
      })}
      isHighlighted={({ before, after }) => before.rank !== after.rank}
    />
  )
}
