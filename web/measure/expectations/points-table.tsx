/** Today's points and the proposed ones, question by question, each with the way to leave it out. */
import { Checkbox } from '@digdir/designsystemet-react'
import { useMemo } from 'react'
import type { PointsLine, PointsProposal } from '../../../src/measure/expectations/contract.ts'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly proposal: PointsProposal
  /** Questions that the organiser leaves as they are. */
  readonly left: readonly string[]
  readonly onToggle: (question: string) => void
}

export function PointsTable({ proposal, left, onToggle }: Props) {
  const t = useTexts(expectationTexts)
  const columns = useColumns({ proposal, left, onToggle })
  return (
    <DataTable
      title={t('points.table')}
      name="points"
      rows={proposal.lines}
      columns={columns}
      rowKey={({ question }) => question}
      isHighlighted={({ today, proposed }) => today !== proposed}
    />
  )
}

function useColumns({ proposal, left, onToggle }: Props): readonly TableColumn<PointsLine>[] {
  const t = useTexts(expectationTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const language = useLanguage()
  const { areas } = proposal
  return useMemo(() => {
    const areaOf = (id: string) => areas.find((area) => area.id === id)?.name[language] ?? id
    return [
      { id: 'question', header: t('points.question'), value: ({ text }) => text[language] },
      {
        id: 'area',
        header: t('points.area'),
        value: ({ area }) => areaOf(area),
        filter: { of: ({ area }) => area, label: areaOf },
      },
      {
        id: 'channels',
        header: t('points.channels'),
        value: ({ channels }) => channels.map((id) => channel(id as 'phone')).join(', '),
      },
      {
        id: 'importance',
        header: t('points.importance'),
        value: ({ importance }) => importance,
        cell: ({ importance }) => (importance === null ? '–' : format.number(importance, 0)),
        align: 'end',
      },
      { id: 'today', header: t('points.today'), value: ({ today }) => today },
      { id: 'target', header: t('points.target'), value: ({ target }) => target, decimals: 1 },
      { id: 'proposed', header: t('points.proposed'), value: ({ proposed }) => proposed },
      {
        id: 'change',
        header: t('points.change'),
        value: ({ today, proposed }) => proposed - today,
        cell: ({ today, proposed }) =>
          proposed === today ? (
            '0'
          ) : (
            <Status tone={proposed > today ? 'good' : 'warning'} icon={proposed > today ? 'right' : 'left'}>
              {format.change(proposed - today, 0)}
            </Status>
          ),
      },
      {
        id: 'why',
        header: t('points.why'),
        value: ({ kept }) => (kept === null ? null : t(`points.kept.${kept}`)),
      },
      {
        id: 'chosen',
        header: t('points.chosen'),
        isAction: true,
        value: () => null,
        cell: ({ question, text, kept }) =>
          kept === null || kept === 'notChosen' ? (
            <Checkbox
              aria-label={t('points.choose', { question: text[language] })}
              checked={!left.includes(question)}
              onChange={() => onToggle(question)}
            />
          ) : null,
      },
    ]
  }, [areas, left, onToggle, t, channel, format, language])
}
