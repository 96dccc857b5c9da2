import { useMemo } from 'react'
import { percentOf } from '../../../src/plan/shifts/people/rules/full-time.ts'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHoursText, useSpecialText } from './contract-text.ts'
import { type AgentView, type Employment, employmentOn } from './use-agents.ts'

const tones = { later: 'information', ended: 'neutral' } as const

export function useAgentColumns(today: string): readonly TableColumn<AgentView>[] {
  const t = useTexts(agentTexts)
  const { shortDate, date } = useFormats()
  const hours = useHoursText()
  const special = useSpecialText()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the writers follow the language, as `t` does
  return useMemo(
    () => [
      { id: 'name', header: t('column.name'), value: ({ name }) => name },
      { id: 'number', header: t('column.number'), value: ({ number }) => number, hidden: true },
      {
        id: 'percent',
        header: t('column.percent'),
        value: ({ contract }) => percentOf(contract),
        cell: ({ contract }) => `${Math.round(percentOf(contract))} %`,
        align: 'end',
      },
      { id: 'hours', header: t('column.hours'), value: ({ contract }) => contract.weeklyHours },
      { id: 'skills', header: t('column.skills'), value: ({ skills }) => skills.join(', ') },
      { id: 'available', header: t('column.available'), value: ({ available }) => hours(available) },
      { id: 'special', header: t('column.special'), value: ({ contract }) => special(contract) },
      {
        id: 'account',
        header: t('column.account'),
        value: ({ person }) => person ?? t('noAccount'),
        hidden: true,
      },
      {
        id: 'from',
        header: t('column.from'),
        value: ({ validFrom }) => validFrom,
        cell: ({ validFrom }) => date(validFrom),
        hidden: true,
      },
      {
        id: 'to',
        header: t('column.to'),
        value: ({ validTo }) => validTo,
        cell: ({ validTo }) => (validTo === null ? '–' : shortDate(validTo)),
        hidden: true,
      },
      {
        id: 'state',
        header: t('column.state'),
        value: (agent) => t(employmentOn(agent, today)),
        cell: (agent) => {
          const state = employmentOn(agent, today)
          return state === 'now' ? t(state) : <Status tone={tones[state]}>{t(state)}</Status>
        },
        filter: { of: (agent) => employmentOn(agent, today), label: (code) => t(code as Employment) },
      },
    ],
    [t, today],
  )
}
