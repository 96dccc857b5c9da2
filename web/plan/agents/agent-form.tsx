import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import { toLocal } from '../../../src/kernel/zone.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { notBlank } from '../../design/validity.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'
import { useAct } from '../use-act.ts'
import { Availability } from './availability.tsx'
import { Choice } from './choice.tsx'
import { ContractHours } from './contract-hours.tsx'
import { ContractLimits } from './contract-limits.tsx'
import { type FieldsProps, Part } from './part.tsx'
import { SkillChoice } from './skill-choice.tsx'
import type { AgentFields, AgentList } from './use-agents.ts'

type Props = {
  /** Null for one who is not there yet. */
  readonly agentId: string | null
  readonly start: AgentFields
  readonly skills: AgentList['skills']
  readonly people: AgentList['people']
  readonly onSaved?: (agentId: string) => void
}

/** Everything that is known of an agent; nothing is saved before it is asked for. */
export function AgentForm({ agentId, start, skills, people, onSaved }: Props) {
  const t = useTexts(agentTexts)
  const [fields, setFields] = useState<AgentFields>(() => fieldsOf(start))
  const change = (some: Partial<AgentFields>): void => setFields({ ...fields, ...some })
  const save = useAct(api.shifts.agents.save.mutationOptions(), {
    done: t('form.saved', { name: fields.name }),
    onDone: (saved) => onSaved?.(saved.agentId),
  })
  const isBackwards = fields.validTo !== null && fields.validTo < fields.validFrom
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!isBackwards) save.mutate({ ...fields, agentId })
  }
  const own = { fields, onChange: change }
  return (
    <form className="lp-stack" onSubmit={send}>
      <Who {...own} people={people} isBackwards={isBackwards} isNew={agentId === null} />
      <ContractHours {...own} />
      <Part title={t('form.skills')} text={t('form.skillsHelp')}>
        <SkillChoice
          known={skills}
          chosen={fields.skills}
          onChange={(chosen) => change({ skills: [...chosen] })}
        />
      </Part>
      <Part title={t('form.available')}>
        <Availability {...own} />
      </Part>
      <ContractLimits {...own} />
      {save.error && <Refusal error={save.error} />}
      <div className="lp-row">
        <Button type="submit" loading={save.isPending}>
          {t(agentId === null ? 'form.add' : 'form.save')}
        </Button>
      </div>
    </form>
  )
}

/** Only what is saved: the name of the account is read with the agent, and is not the agent's own. */
function fieldsOf(start: AgentFields): AgentFields {
  const { name, number, personId, contract, adultOn, skills, available, validFrom, validTo } = start
  return { name, number, personId, contract, adultOn, skills, available, validFrom, validTo }
}

type WhoProps = FieldsProps & {
  readonly people: AgentList['people']
  readonly isBackwards: boolean
  readonly isNew: boolean
}

function Who({ fields, onChange, people, isBackwards, isNew }: WhoProps) {
  const t = useTexts(agentTexts)
  return (
    <Part title={t('form.who')}>
      <div className="lp-columns">
        <Textfield
          label={t('form.name')}
          {...notBlank}
          maxLength={120}
          value={fields.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Textfield
          label={t('form.number')}
          maxLength={40}
          value={fields.number}
          onChange={(event) => onChange({ number: event.target.value })}
        />
        <Choice
          label={t('form.account')}
          help={t('form.accountHelp')}
          value={fields.personId ?? ''}
          onChange={(personId) => onChange({ personId: personId || null })}
          options={[{ id: '', name: t('form.noAccount') }, ...people]}
        />
        <Textfield
          label={t('form.validFrom')}
          type="date"
          required
          value={fields.validFrom}
          onChange={(event) => onChange({ validFrom: event.target.value })}
        />
        <Textfield
          label={t('form.validTo')}
          description={t('form.validToHelp')}
          type="date"
          value={fields.validTo ?? ''}
          error={isBackwards ? t('form.backwards') : undefined}
          onChange={(event) => onChange({ validTo: event.target.value || null })}
        />
      </div>
      {!isNew && (
        <Button
          variant="tertiary"
          data-size="sm"
          type="button"
          onClick={() => onChange({ validTo: toLocal(new Date()).date })}
        >
          {t('form.endToday')}
        </Button>
      )}
    </Part>
  )
}

function Refusal({ error }: { readonly error: Error }) {
  const t = useTexts(agentTexts)
  const taken = error instanceof ProblemError ? error.issues.find(({ code }) => code === 'taken') : undefined
  if (taken?.path === 'number' || taken?.path === 'personId')
    return (
      <Alert data-color="danger" role="alert">
        {t(`form.taken.${taken.path}`)}
      </Alert>
    )
  return <ErrorState error={error} />
}
