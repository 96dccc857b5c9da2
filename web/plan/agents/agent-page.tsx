/** One agent: the contract and the times, and what has been wished. A new one has the usual contract. */
import { useNavigate, useParams } from '@tanstack/react-router'
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
import { type AgentFields, type AgentList, useAgents } from './use-agents.ts'
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
  const parts = useTexts(shiftRequestTexts)
  const { number } = useFormats()
  const { agentId = 'new' } = useParams({ strict: false })
  const query = useAgents()
  const agent = (query.data as AgentList | undefined)?.items.find((each) => each.agentId === agentId)
  const title = agent
    ? t('page.title', {
        name: agent.name,
        percent: number(Math.round(percentOf(agent.contract))),
        hours: number(agent.contract.weeklyHours),
      })
    : t(agentId === 'new' ? 'page.new' : 'page.gone')
  return (
    <PlanFrame
      part="shifts"
      title={query.data || agentId === 'new' ? title : t('table')}
      trail={[{ to: '/plan/shifts/people', label: parts('part.people') }]}
    >
      <ShiftParts current="people" />
      <Awaited query={query} lines={12}>
        {(list) => <Filled agentId={agentId} list={list as AgentList} />}
      </Awaited>
    </PlanFrame>
  )
}

type Props = { readonly agentId: string; readonly list: AgentList }

function Filled({ agentId, list }: Props) {
  const t = useTexts(agentTexts)
  const navigate = useNavigate()
  const agent = list.items.find((each) => each.agentId === agentId)
  if (!agent && agentId !== 'new')
    return (
      <div className="lp-card">
        <EmptyState title={t('page.gone')} />
      </div>
    )
  return (
    <>
      <AgentForm
        key={agentId}
        agentId={agent?.agentId ?? null}
        start={agent ?? newAgent(toLocal(new Date()).date)}
        skills={list.skills}
        people={list.people}
        onSaved={(saved) => {
          if (!agent) void navigate({ to: '/plan/shifts/people/$agentId', params: { agentId: saved } })
        }}
      />
      {agent && <AgentWishes agentId={agent.agentId} />}
    </>
  )
}
