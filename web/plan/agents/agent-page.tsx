/** One agent: the contract and the times, and what has been wished. A new one has the usual contract. */
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { toLocal } from '../../../src/kernel/zone.ts'
import { percentOf } from '../../../src/plan/shifts/people/rules/full-time.ts'
import { usualContract } from '../../../src/plan/shifts/rules/usual-contract.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { agentTexts } from '../../i18n/agents.ts'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { ShiftParts } from '../shift-parts.tsx'
import { AgentForm } from './agent-form.tsx'
import { AgentWishes } from './agent-wishes.tsx'
import { type AgentFields, type AgentList, type AgentView, useAgents } from './use-agents.ts'
import './agents.css'

const newAgent = (today: string): AgentFields => ({
  name: '',
  number: '',
  personId: null,
  contract: { ...usualContract },
  adultOn: null,
  skills: [],
  available: null,
  validFrom: today,
  validTo: null,
})

export function AgentPage() {
  const t = useTexts(agentTexts)
  const { number } = useFormats()
  const { agentId } = useParams({ strict: false })
  const query = useAgents()
  const agent = (query.data as AgentList | undefined)?.items.find((each) => each.agentId === agentId)
  const about = agent && {
    name: agent.name,
    percent: number(Math.round(percentOf(agent.contract))),
    hours: number(agent.contract.weeklyHours),
  }
  return (
    <AgentFrame title={about ? t('page.title', about) : t(query.data ? 'page.gone' : 'table')}>
      <Awaited query={query} lines={12}>
        {(list) => (agent ? <Known agent={agent} list={list as AgentList} /> : <Gone />)}
      </Awaited>
    </AgentFrame>
  )
}

export function NewAgentPage() {
  const t = useTexts(agentTexts)
  const navigate = useNavigate()
  const query = useAgents()
  return (
    <AgentFrame title={t('page.new')}>
      <Awaited query={query} lines={12}>
        {(list) => (
          <AgentForm
            agentId={null}
            start={newAgent(toLocal(new Date()).date)}
            skills={(list as AgentList).skills}
            people={list.people}
            onSaved={(agentId) => void navigate({ to: '/plan/shifts/people/$agentId', params: { agentId } })}
          />
        )}
      </Awaited>
    </AgentFrame>
  )
}

function AgentFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const parts = useTexts(shiftRequestTexts)
  return (
    <PlanFrame
      part="shifts"
      title={title}
      trail={[{ to: '/plan/shifts/people', label: parts('part.people') }]}
    >
      <ShiftParts current="people" />
      {children}
    </PlanFrame>
  )
}

function Known({ agent, list }: { readonly agent: AgentView; readonly list: AgentList }) {
  return (
    <>
      <AgentForm
        key={agent.agentId}
        agentId={agent.agentId}
        start={agent}
        skills={list.skills}
        people={list.people}
      />
      <AgentWishes agentId={agent.agentId} />
    </>
  )
}

function Gone() {
  const t = useTexts(agentTexts)
  return (
    <div className="lp-card">
      <EmptyState title={t('page.gone')} />
    </div>
  )
}
