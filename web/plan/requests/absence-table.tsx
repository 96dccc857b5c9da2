/** Everybody who is away or has asked to be, from two weeks ago on. */
import { Button } from '@digdir/designsystemet-react'
import { useMemo } from 'react'
import type { AbsenceOfAgent } from '../../../src/plan/shifts/people/contract.ts'
import { api } from '../../api.ts'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAbsenceText } from '../agents/wish-text.ts'
import { useAct } from '../use-act.ts'

const tones: Readonly<Record<AbsenceOfAgent['state'], Tone>> = {
  asked: 'information',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
}

export function AbsenceTable({ absences }: { readonly absences: readonly AbsenceOfAgent[] }) {
  const t = useTexts(shiftRequestTexts)
  const columns = useColumns()
  return (
    <div className="lp-card">
      <DataTable
        title={t('all.title')}
        name="absence"
        rows={absences}
        columns={columns}
        rowKey={({ absenceId }) => absenceId}
        usualSorting={{ column: 'when', descending: true }}
        usualPageSize={10}
        empty={<p className="lp-quiet">{t('all.empty')}</p>}
      />
    </div>
  )
}

function useColumns(): readonly TableColumn<AbsenceOfAgent>[] {
  const t = useTexts(shiftRequestTexts)
  const shared = useTexts(agentRequestTexts)
  const when = useAbsenceText()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `when` follows the language, as the texts do
  return useMemo(
    () => [
      { id: 'name', header: t('all.name'), value: ({ agent }) => agent },
      {
        id: 'kind',
        header: t('all.kind'),
        value: ({ kind }) => shared(`kind.${kind}`),
        filter: {
          of: ({ kind }) => kind,
          label: (code) => shared(`kind.${code as AbsenceOfAgent['kind']}`),
        },
      },
      { id: 'when', header: t('all.when'), value: ({ startsAt }) => startsAt, cell: when },
      {
        id: 'state',
        header: t('all.state'),
        value: ({ state }) => shared(`absenceState.${state}`),
        cell: ({ state }) => <Status tone={tones[state]}>{shared(`absenceState.${state}`)}</Status>,
        filter: {
          of: ({ state }) => state,
          label: (code) => shared(`absenceState.${code as AbsenceOfAgent['state']}`),
        },
      },
      { id: 'shifts', header: t('all.shifts'), value: ({ shifts }) => shifts, decimals: 0 },
      {
        id: 'end',
        header: t('all.end'),
        value: () => null,
        isAction: true,
        cell: (absence) => <EndButton absence={absence} />,
      },
    ],
    [t, shared],
  )
}

function EndButton({ absence }: { readonly absence: AbsenceOfAgent }) {
  const t = useTexts(shiftRequestTexts)
  const end = useAct(api.shifts.absences.decide.mutationOptions(), { done: t('all.ended') })
  const { absenceId, agent, state, endsAt } = absence
  if (state !== 'approved' || Date.parse(endsAt) <= Date.now()) return null
  return (
    <Button
      variant="tertiary"
      data-size="sm"
      aria-label={t('all.endOf', { name: agent })}
      loading={end.isPending}
      onClick={() => end.mutate({ absenceId, state: 'withdrawn', openShifts: false })}
    >
      {t('all.end')}
    </Button>
  )
}
