/** Why so many? From contacts to people, one step at a time, each with its figure. */
import { Link } from '@tanstack/react-router'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { serviceLevel } from '../../../src/plan/staffing/rules/erlang/figures.ts'
import { figuresWith, requirementOf } from '../../../src/plan/staffing/rules/requirement.ts'
import { type TargetPart, targetParts } from '../../../src/plan/staffing/rules/service-target.ts'
import { linkTo } from '../../design/path-target.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { demandOf, ruleOf, settingsOf } from './demand.ts'
import { choiceLink, useChoice } from './use-choice.ts'
import type { NeedCell } from './week-cells.ts'

type Props = { readonly week: StaffingWeek; readonly cell: NeedCell }

export function WhyCard({ week, cell }: Props) {
  const t = useTexts(staffingTexts)
  const { weekday, time } = useFormats()
  const { queueId } = useChoice()
  return (
    <section className="lp-card" aria-labelledby="why">
      <h2 id="why">
        {t('why.title', { needed: cell.needed, day: weekday(cell.date), time: time(cell.time) })}
      </h2>
      <Steps week={week} cell={cell} />
      <p>
        <Link {...linkTo(choiceLink('/plan/staffing/targets', queueId ? { queueId } : {}))}>
          {t('why.change')}
        </Link>
      </p>
    </section>
  )
}

function Steps({ week, cell }: Props) {
  const t = useTexts(staffingTexts)
  const { number, percent } = useFormats()
  const demand = demandOf(week, cell)
  const settings = settingsOf(week, cell)
  const contacts = {
    contacts: number(cell.mean, 1),
    minutes: week.queue!.intervalMinutes,
    seconds: number(cell.handleSeconds, 0),
    load: number(cell.netLoad, 1),
  }
  if (!demand)
    return (
      <ol className="lp-staffing-why">
        <li>{t('why.tasks', contacts)}</li>
        <li>
          {t('why.deadline', {
            share: percent(settings.share),
            hours: settings.deadlineHours,
            certain: percent(settings.confidence),
          })}
        </li>
        <li>{t('why.paid', { share: percent(week.onQueue), needed: cell.needed })}</li>
      </ol>
    )
  const rule = ruleOf(week, cell)
  const { alone, onQueue, binding } = requirementOf(demand, rule)
  const sure = requirementOf({ ...demand, cv: 0 }, rule)
  return (
    <ol className="lp-staffing-why">
      <li>
        {t(demand.kind === 'chats' ? 'why.chats' : 'why.load', { ...contacts, parallel: demand.parallel })}
      </li>
      <li>
        {demand.patienceSeconds === null
          ? t('why.endless')
          : t('why.patience', { seconds: number(demand.patienceSeconds, 0) })}
      </li>
      <li>
        {t('why.target', { agents: sure.onQueue })} <Alone alone={sure.alone} binding={sure.binding} />
      </li>
      <li>
        {t('why.certain', {
          cv: percent(cell.cv),
          certain: percent(rule.confidence),
          agents: onQueue,
        })}{' '}
        {binding !== sure.binding && <Alone alone={alone} binding={binding} />}
      </li>
      <li>{t('why.paid', { share: percent(rule.onQueue), needed: cell.needed })}</li>
      <li>
        <Outcome week={week} cell={cell} people={cell.needed} />
      </li>
      {cell.scheduled !== null && cell.scheduled !== cell.needed && (
        <li>
          <Outcome week={week} cell={cell} people={cell.scheduled} isScheduled />
          {cell.risk !== null && ` ${t('why.risk', { risk: percent(cell.risk) })}`}
        </li>
      )}
    </ol>
  )
}

type AloneProps = {
  readonly alone: Readonly<Partial<Record<TargetPart, number>>>
  readonly binding: TargetPart | null
}

/** What each part of the target would take by itself: the largest decides. */
function Alone({ alone, binding }: AloneProps) {
  const t = useTexts(staffingTexts)
  const told = targetParts.flatMap((part) => {
    const agents = alone[part]
    return agents === undefined ? [] : [t('why.alone', { part: t(`target.${part}`), agents })]
  })
  if (told.length < 2 || binding === null) return null
  return <>{t('why.parts', { parts: told.join(', '), binding: t(`target.${binding}`) })}</>
}

type OutcomeProps = Props & { readonly people: number; readonly isScheduled?: boolean }

/** What so many give at the expected load. */
function Outcome({ week, cell, people, isScheduled = false }: OutcomeProps) {
  const t = useTexts(staffingTexts)
  const { number, percent } = useFormats()
  const rule = ruleOf(week, cell)
  const figures = figuresWith(demandOf(week, cell)!, rule, { people })
  const { serviceLevel: level } = rule.target
  const shown = number(Math.round(people * 10) / 10)
  if (!Number.isFinite(figures.meanWaitSeconds)) return <>{t('why.growing', { people: shown })}</>
  return (
    <>
      {t(isScheduled ? 'why.scheduled' : 'why.outcome', {
        people: shown,
        level: percent(serviceLevel(figures, level?.convention ?? 'ofOffered')),
        seconds: number(level?.withinSeconds ?? 0),
        wait: number(figures.meanWaitSeconds, 0),
        lost: percent(figures.pAbandon, 1),
        busy: percent(figures.occupancy),
      })}
    </>
  )
}
