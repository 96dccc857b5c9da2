/** Who can be set up for shifts, with which hours, skills and times. */
import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { toLocal } from '../../../src/kernel/zone.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { DataTable } from '../../design/table/data-table.tsx'
import { agentTexts } from '../../i18n/agents.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { ShiftParts } from '../shift-parts.tsx'
import { useAgentColumns } from './agent-columns.tsx'
import { Exports } from './exports.tsx'
import { ImportAgents } from './import-agents.tsx'
import { type AgentList, employmentOn, useAgents } from './use-agents.ts'

export function AgentsPage() {
  const t = useTexts(agentTexts)
  const { number } = useFormats()
  const [importing, setImporting] = useState(false)
  const query = useAgents()
  const list = query.data as AgentList | undefined
  const today = toLocal(new Date()).date
  const here = list?.items.filter((agent) => employmentOn(agent, today) === 'now') ?? []
  const hours = here.reduce((sum, { contract }) => sum + contract.weeklyHours, 0)
  const title =
    here.length === 0 ? t('titleNone') : t('title', { count: here.length, hours: number(Math.round(hours)) })
  return (
    <PlanFrame
      part="shifts"
      width="wide"
      title={title}
      subtitle={t('subtitle')}
      actions={
        <>
          <LinkButton to="/plan/shifts/people/new">{t('add')}</LinkButton>
          <Button variant="secondary" onClick={() => setImporting(true)}>
            {t('import')}
          </Button>
        </>
      }
    >
      <ShiftParts current="people" />
      <Awaited query={query} lines={12}>
        {(answer) => <Register list={answer as AgentList} today={today} />}
      </Awaited>
      <ImportAgents open={importing} onClose={() => setImporting(false)} />
    </PlanFrame>
  )
}

type RegisterProps = { readonly list: AgentList; readonly today: string }

function Register({ list: { items }, today }: RegisterProps) {
  const t = useTexts(agentTexts)
  const columns = useAgentColumns(today)
  const unlinked = items.filter(
    (agent) => agent.personId === null && employmentOn(agent, today) !== 'ended',
  ).length
  if (items.length === 0)
    return (
      <div className="lp-card">
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      </div>
    )
  return (
    <div className="lp-card">
      {unlinked > 0 && <p className="lp-quiet">{t('unlinked', { count: unlinked })}</p>}
      <DataTable
        title={t('table')}
        titleHidden
        rows={items}
        columns={columns}
        rowKey={({ agentId }) => agentId}
        rowLink={({ agentId }) => ({ to: '/plan/shifts/people/$agentId', params: { agentId } })}
        usualSorting={{ column: 'name', descending: false }}
      />
      <Exports />
    </div>
  )
}
