/** The planner notes that somebody is away: somebody has called, or it was agreed in the corridor. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentList } from '../../../src/plan/shifts/people/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited } from '../../design/states.tsx'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { AbsenceForm } from '../agents/absence-form.tsx'
import { Choice } from '../agents/choice.tsx'
import { useAct } from '../use-act.ts'

type Props = { readonly open: boolean; readonly onClose: () => void }

export function NoteAbsence({ open, onClose }: Props) {
  const t = useTexts(shiftRequestTexts)
  const query = useQuery({ ...api.shifts.agents.list.queryOptions({ input: {} }), enabled: open })
  return (
    <FormDialog open={open} title={t('noteTitle')} onClose={onClose}>
      <Awaited query={query}>
        {(list) => <Form agents={(list as AgentList).items} onClose={onClose} />}
      </Awaited>
    </FormDialog>
  )
}

type FormProps = Pick<Props, 'onClose'> & { readonly agents: AgentList['items'] }

function Form({ agents, onClose }: FormProps) {
  const t = useTexts(shiftRequestTexts)
  const [agentId, setAgentId] = useState(agents[0]?.agentId ?? '')
  const report = useAct(api.shifts.absences.report.mutationOptions(), { done: t('noted'), onDone: onClose })
  return (
    <>
      <Choice
        label={t('noteAgent')}
        value={agentId}
        onChange={setAgentId}
        options={agents.map(({ agentId: id, name }) => ({ id, name }))}
      />
      <AbsenceForm
        submit={t('noteSave')}
        busy={report.isPending}
        error={report.error}
        onSubmit={(fields) => report.mutate({ ...fields, agentId })}
      />
    </>
  )
}
