/**
 * What can be done about the rest of the day, each with what it changes and what it costs. Done, it is noted at once, and
 * what is about shifts is put in the plan.
 */
import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ProposalView } from '../../../src/plan/today/contract.ts'
import { clockAt } from '../../../src/plan/today/rules/today-world.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'
import { actOf, useActText, useAssumption } from './act-text.ts'
import { type Chosen, type ProposedView, type TodayPlan, todayLink } from './use-today.ts'

type Props = { readonly plan: TodayPlan; readonly chosen: Chosen }

export function ProposalsCard({ plan, chosen }: Props) {
  const t = useTexts(todayTexts)
  const note = useNoting(plan.queueId)
  if (plan.lacks !== null || plan.cells.length === 0 || plan.scheduledFrom === 'none') return null
  return (
    <section className="lp-card" aria-labelledby="act">
      <h2 id="act">{plan.worst === null ? t('act.titleRelease') : t('act.title')}</h2>
      {plan.proposed.length === 0 ? (
        <p>{t('act.none')}</p>
      ) : (
        <>
          <p className="lp-small lp-quiet">{t('act.subtitle')}</p>
          {plan.proposed.map((proposed) => (
            <Proposed key={proposed.stretch?.from ?? ''} {...{ proposed, note }} />
          ))}
          <Shares plan={plan} chosen={chosen} />
        </>
      )}
      {note.error && !note.refused && <ErrorState error={note.error} />}
    </section>
  )
}

function Proposed({ proposed, note }: { readonly proposed: ProposedView; readonly note: Noting }) {
  const t = useTexts(todayTexts)
  const { times } = useFormats()
  const { stretch, proposals } = proposed
  return (
    <>
      {stretch && <h3>{t('rest.short', { span: times(stretch.from, stretch.to), n: stretch.missing })}</h3>}
      {proposals.length === 0 ? (
        <p>{t('act.tooLate')}</p>
      ) : (
        <ol className="lp-plain-list lp-today-acts">
          {proposals.map((proposal) => (
            <Proposal
              key={`${proposal.kind} ${proposal.kind === 'borrow' ? actOf(proposal).other : ''}`}
              {...{ proposal, note }}
            />
          ))}
        </ol>
      )}
    </>
  )
}

type Noting = ReturnType<typeof useNoting>

function useNoting(queueId: string) {
  const t = useTexts(todayTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const { mutate, isPending, error, variables } = useMutation({
    ...api.today.note.mutationOptions(),
    onSuccess: (_, { changes = [] }) =>
      toast({ text: changes.length > 0 ? t('act.changed', { n: changes.length }) : t('act.noted') }),
    // Refused because a shift is another one by now: so are the proposals.
    onSettled: () => queries.invalidateQueries({ queryKey: api.today.key() }),
  })
  const isFindings = error instanceof ProblemError && error.code === 'plan-week-findings'
  const send = (proposal: ProposalView, what: string, acceptFindings = false): void => {
    const { kind, minutes, from, to, people } = actOf(proposal) as ReturnType<typeof actOf>
    const { before, after } = proposal.effect
    mutate({
      queueId,
      kind,
      people,
      minutes: Math.round(minutes),
      from,
      to,
      // Whom it was borrowed from is known only by its name then.
      note: kind === 'borrow' ? what : '',
      riskBefore: before.risk,
      riskAfter: after.risk,
      waitBefore: before.waitSeconds,
      waitAfter: after.waitSeconds,
      changes: proposal.changes.map(({ agent: _, ...change }) => change),
      acceptFindings,
    })
  }
  /** What was refused for the limits that it passes, and how many they are. */
  const refused =
    isFindings && variables
      ? { kind: variables.kind, from: variables.from, findings: Number(error.params.findings) }
      : undefined
  return { send, isPending, error, refused }
}

function Proposal({ proposal, note }: { readonly proposal: ProposalView; readonly note: Noting }) {
  const t = useTexts(todayTexts)
  const actText = useActText()
  const what = actText(actOf(proposal))
  const inPlan = proposal.changes.length > 0
  const isRefused = note.refused?.kind === proposal.kind && note.refused.from === proposal.effect.from
  return (
    <li className="lp-today-act">
      <div className="lp-today-act__text">
        <h4>{what}</h4>
        <Effect proposal={proposal} />
        <Who changes={proposal.changes} />
        {isRefused && (
          <div className="lp-row lp-no-print" role="alert">
            <p>{t('act.findings', { n: note.refused?.findings ?? 0 })}</p>
            <Button variant="secondary" data-size="sm" onClick={() => note.send(proposal, what, true)}>
              {t('act.anyway')}
            </Button>
          </div>
        )}
      </div>
      <Button
        variant="secondary"
        data-size="sm"
        className="lp-no-print"
        disabled={note.isPending}
        aria-label={inPlan ? t('act.changeLabel', { what }) : t('act.doLabel', { what })}
        onClick={() => note.send(proposal, what)}
      >
        {inPlan ? t('act.change') : t('act.do')}
      </Button>
    </li>
  )
}

function Who({ changes }: Pick<ProposalView, 'changes'>) {
  const t = useTexts(todayTexts)
  const { times } = useFormats()
  if (changes.length === 0) return null
  const span = ({ from, to }: { readonly from: number; readonly to: number }) =>
    times(clockAt(from), clockAt(to))
  const told = ({ agent, before, after }: ProposalView['changes'][number]): string[] =>
    before.from !== after.from || before.to !== after.to
      ? [t('act.shift', { agent, before: span(before), after: span(after) })]
      : before.breaks.flatMap((pause, at) => {
          const other = after.breaks[at]
          return !other || other.from === pause.from
            ? []
            : [t('act.pause', { agent, before: span(pause), after: span(other) })]
        })
  return (
    <details>
      <summary className="lp-small">{t('act.who')}</summary>
      <ul className="lp-small lp-number">
        {changes.flatMap(told).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

/** A cost of less than a hundredth is none. */
const worthAWord = 0.01

function Effect({ proposal }: { readonly proposal: ProposalView }) {
  const t = useTexts(todayTexts)
  const { percent, clock, times } = useFormats()
  const assumption = useAssumption()(proposal)
  const { effect, cost, tasksLater } = proposal
  const { before, after } = effect
  const told = cost.filter((each) => each.after.risk - each.before.risk >= worthAWord)
  return (
    <>
      <p className="lp-number">
        {t('act.effect', { before: percent(before.risk), after: percent(after.risk) })}
        {before.waitSeconds !== null &&
          after.waitSeconds !== null &&
          ` · ${t('act.wait', {
            before: clock(Math.round(before.waitSeconds)),
            after: clock(Math.round(after.waitSeconds)),
          })}`}
      </p>
      <p className="lp-small lp-quiet lp-number">
        {[
          ...told.map((each) =>
            t('act.cost', {
              queue: each.queue,
              span: times(each.from, each.to),
              before: percent(each.before.risk),
              after: percent(each.after.risk),
            }),
          ),
          ...(tasksLater === null ? [] : [t('act.tasks', { n: Math.round(tasksLater) })]),
          ...(cost.length > 0 && told.length === 0 ? [t('act.noCost')] : []),
          ...(assumption === undefined ? [] : [assumption]),
        ].join('. ')}
      </p>
    </>
  )
}

const shares = [5, 10, 15, 20, 30, 40, 50] as const
const usual = { callback: 30, message: 10 } as const

/** What nobody can know of customers is for the person to say. */
function Shares({ plan, chosen }: Props) {
  const t = useTexts(todayTexts)
  const navigate = useNavigate()
  const asked = (['callback', 'message'] as const).filter((name) =>
    plan.proposed.some(({ proposals }) => proposals.some(({ kind }) => kind === name)),
  )
  if (asked.length === 0) return null
  const choose = (name: 'callback' | 'message', value: number): void => {
    const link = linkTo(todayLink({ ...chosen, queueId: plan.queueId, [name]: value }))
    void navigate({ ...link, replace: true, resetScroll: false } as Parameters<typeof navigate>[0])
  }
  return (
    <div className="lp-row lp-no-print">
      {asked.map((name) => (
        <Field key={name}>
          <Label>{t(`act.${name}Share`)}</Label>
          <Select
            value={String(chosen[name] ?? usual[name])}
            onChange={({ target }) => choose(name, Number(target.value))}
          >
            {[...new Set([...shares, chosen[name] ?? usual[name]])]
              .toSorted((one, other) => one - other)
              .map((share) => (
                <Select.Option key={share} value={String(share)}>
                  {share} %
                </Select.Option>
              ))}
          </Select>
        </Field>
      ))}
    </div>
  )
}
