/** Is it fair? The calendar, the counts against the key, the rules, and who carries the plan out. */
import { Link, useSearch } from '@tanstack/react-router'
import type { Plan } from '../../../src/measure/planning/contract.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited } from '../../design/states.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { CalendarMap } from './calendar-map.tsx'
import { CountsTable } from './counts-table.tsx'
import { Findings } from './findings.tsx'
import { HoursMap } from './hours-map.tsx'
import { KeyTable } from './key-table.tsx'
import { LateParticipants } from './late-participants.tsx'
import { LoadDots } from './load-dots.tsx'
import { MakeAgainButton, MakeProgress } from './make-plan.tsx'
import { NoPlan } from './no-plan.tsx'
import { Notices } from './notices.tsx'
import { Proof } from './proof.tsx'
import { RevisionMoves, Revisions } from './revisions.tsx'
import { type MadePlan, usePlan } from './use-plan.ts'
import './planning.css'

export function PlanPage() {
  const editionId = useEditionId()
  const plan = usePlan(editionId)
  return (
    <EditionFrame
      title={useTitle(plan.data)}
      subtitle={useSubtitle(plan.data)}
      width="wide"
      actions={plan.data?.plan && <Actions plan={plan.data.plan} />}
    >
      <MakeProgress />
      <Awaited query={plan} lines={10}>
        {(answer) =>
          answer.plan ? <Made answer={answer} plan={answer.plan} /> : <NoPlan ready={answer.ready} />
        }
      </Awaited>
    </EditionFrame>
  )
}

function useTitle(answer: Plan | undefined): string {
  const t = useTexts(planningTexts)
  if (!answer) return t('title.waiting')
  if (!answer.plan) return t('title.none')
  const broken = answer.plan.fairness.rules.filter((rule) => rule.broken > 0).length
  return broken === 0 ? t('title.fair') : t('title.broken', { count: broken })
}

function useSubtitle(answer: Plan | undefined): string | undefined {
  const t = useTexts(planningTexts)
  const format = useFormats()
  if (!answer) return undefined
  if (!answer.plan) return t('subtitle.none')
  const { contacts, participants, figures } = answer.plan.fairness
  return t('subtitle.made', {
    contacts: format.number(contacts),
    participants: format.number(participants),
    from: format.date(figures.season.start),
    to: format.date(figures.season.end),
  })
}

function Actions({ plan }: { readonly plan: MadePlan }) {
  const t = useTexts(planningTexts)
  const params = { editionId: useEditionId() }
  return (
    <>
      <LinkButton to="/measure/editions/$editionId/plan/change" params={params}>
        {t('action.change')}
      </LinkButton>
      <LinkButton to="/measure/editions/$editionId/plan/contacts" params={params} variant="secondary">
        {t('action.contacts')}
      </LinkButton>
      <LinkButton to="/measure/editions/$editionId/observers" params={params} variant="secondary">
        {t('action.observers')}
      </LinkButton>
      {plan.started === 0 && <MakeAgainButton />}
    </>
  )
}

function LateLink() {
  const t = useTexts(planningTexts)
  return (
    <Link to="/measure/editions/$editionId/plan/change" params={{ editionId: useEditionId() }}>
      {t('late.show')}
    </Link>
  )
}

function Made({ answer, plan }: { readonly answer: Plan; readonly plan: MadePlan }) {
  const { revision } = useSearch({ strict: false }) as Search
  return (
    <>
      {revision !== undefined && <RevisionMoves revision={Number(revision)} plan={answer} />}
      <LateParticipants plan={plan}>
        <LateLink />
      </LateParticipants>
      <Findings plan={answer} fairness={plan.fairness} />
      <div className="lp-plan-columns">
        <div className="lp-card">
          <CalendarMap plan={plan} />
        </div>
        <div className="lp-stack">
          <div className="lp-card">
            <LoadDots plan={answer} fairness={plan.fairness} />
          </div>
          <div className="lp-card">
            <HoursMap fairness={plan.fairness} />
          </div>
          <div className="lp-card">
            <KeyTable fairness={plan.fairness} />
          </div>
        </div>
      </div>
      <Notices plan={answer} fairness={plan.fairness} />
      <div className="lp-card">
        <Proof fairness={plan.fairness} />
      </div>
      <div className="lp-card">
        <CountsTable />
      </div>
      <Revisions plan={answer} />
    </>
  )
}
