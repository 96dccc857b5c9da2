import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PriorityRow } from '../../../src/understand/overview/contract.ts'
import {
  type PriorityFactor,
  priorityFactors,
  type Ranked,
} from '../../../src/understand/overview/rules/priority.ts'
import { api } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { Tag } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { useToast } from '../../design/toast.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'

export type PriorityLine = { readonly ranked: Ranked; readonly row: PriorityRow }

const decimals: Readonly<Record<PriorityFactor, number>> = {
  volume: 1,
  handling: 1,
  repeat: 2,
  selfService: 2,
  strategic: 1,
}

/** Every factor of the score as it went in. */
export function usePriorityColumns(
  onPlace: (line: PriorityLine) => void,
): readonly TableColumn<PriorityLine>[] {
  const t = useTexts(overviewTexts)
  const { number } = useFormats()
  const mayDecide = useHasRole('manager', 'admin')
  return useMemo(
    (): readonly TableColumn<PriorityLine>[] => [
      {
        id: 'topic',
        header: t('table.topic'),
        value: ({ row }) => row.name,
        cell: ({ row, ranked }) => (
          <>
            <span className="lp-topic-name">{row.name}</span>{' '}
            {row.prioritised && <Tag>{t('priority.taken')}</Tag>}
            {row.place !== null && (
              <span className="lp-small lp-quiet lp-under">
                {t('priority.byHand', { rank: ranked.byScore ?? '–', reason: row.placeReason })}
              </span>
            )}
          </>
        ),
      },
      {
        id: 'rank',
        header: t('priority.rank'),
        value: ({ ranked }) => ranked.rank,
        decimals: 0,
        align: 'end',
        cell: ({ ranked }) =>
          ranked.rank === null ? <Tag>{t('priority.parked')}</Tag> : <strong>{ranked.rank}</strong>,
      },
      {
        id: 'score',
        header: t('priority.score'),
        value: ({ ranked }) => ranked.score,
        decimals: 0,
        align: 'end',
      },
      ...priorityFactors.map(
        (factor): TableColumn<PriorityLine> => ({
          id: factor,
          header: t(`priority.factor.${factor}`),
          value: ({ ranked }) => ranked.factors[factor],
          decimals: decimals[factor],
          align: 'end',
          cell: ({ ranked }) => {
            const text = number(ranked.factors[factor], decimals[factor])
            if (!ranked.assumed.includes(factor)) return text
            return (
              <span className="lp-assumed" title={t('priority.assumed')}>
                {text}* <span className="lp-visually-hidden">({t('priority.assumed')})</span>
              </span>
            )
          },
        }),
      ),
      { id: 'owner', header: t('priority.owner'), value: ({ row }) => row.owner ?? t('topic.noOwner') },
      ...(mayDecide
        ? [
            {
              id: 'acts',
              header: t('priority.actions'),
              value: () => null,
              isAction: true,
              cell: (line: PriorityLine) => <Acts line={line} onPlace={onPlace} />,
            },
          ]
        : [
            {
              id: 'taken',
              header: t('priority.taken'),
              value: ({ row }: PriorityLine) => (row.prioritised ? t('priority.taken') : null),
            },
          ]),
    ],
    [t, number, mayDecide, onPlace],
  )
}

function Acts({
  line,
  onPlace,
}: {
  readonly line: PriorityLine
  readonly onPlace: (line: PriorityLine) => void
}) {
  const t = useTexts(overviewTexts)
  const toast = useToast()
  const problem = useProblemText()
  const client = useQueryClient()
  const { row } = line
  const take = useMutation(
    api.overview.priority.prioritise.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: api.overview.key() }),
      onError: (error) => toast({ text: problem(error) }),
    }),
  )
  if (row.isParked) return null
  return (
    <span className="lp-row lp-nowrap lp-acts">
      <Button
        data-size="sm"
        variant="tertiary"
        loading={take.isPending}
        disabled={!row.prioritised && row.ownerId === null}
        {...(!row.prioritised && row.ownerId === null && { title: t('priority.needsOwner') })}
        onClick={() => take.mutate({ topicId: row.topicId, prioritised: !row.prioritised, reason: '' })}
      >
        {row.prioritised
          ? t('priority.release')
          : row.ownerId === null
            ? t('priority.needsOwner')
            : t('priority.take')}
      </Button>
      <Button data-size="sm" variant="tertiary" onClick={() => onPlace(line)}>
        {t('priority.place')}
      </Button>
    </span>
  )
}
