/** What can be done about the rest of the day, each with what it changes and what it costs; done is noted at once. */
import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ProposalView } from '../../../src/plan/today/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
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
      {note.error && <ErrorState error={note.error} />}
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
  const { mutate, isPending, error } = useMutation({
    ...api.today.note.mutationOptions(),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.today.key() })
      toast({ text: t('act.noted') })
    },
  })
  const send = (proposal: ProposalView, what: string): void => {
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
    })
  }
  return { send, isPending, error }
}

function Proposal({ proposal, note }: { readonly proposal: ProposalView; readonly note: Noting }) {
  const t = useTexts(todayTexts)
  const actText = useActText()
  const what = actText(actOf(proposal))
  return (
    <li className="lp-today-act">
      <div className="lp-today-act__text">
        <h4>{what}</h4>
        <Effect proposal={proposal} />
      </div>
      <Button
        variant="secondary"
        data-size="sm"
        className="lp-no-print"
        disabled={note.isPending}
        aria-label={t('act.doLabel', { what })}
        onClick={() => note.send(proposal, what)}
      >
        {t('act.do')}
      </Button>
    </li>
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
