/** What a change does, in few words: who is missing, how it is answered, limits, hours and wishes. */
import type { ReactNode } from 'react'
import type { ChangedInterval, Consequence } from '../../../src/plan/shifts/rules/consequence.ts'
import { findingText } from '../../../src/plan/shifts/rules/finding-texts.ts'
import type { Judge } from '../../../src/plan/shifts/rules/judged-week.ts'
import { Status, type Tone } from '../../design/status.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { useTimeWords } from './words.ts'

type Props = { readonly judge: Judge; readonly told: Consequence }

export function ConsequenceList({ judge, told }: Props) {
  const t = useTexts(shiftPlanTexts)
  const lines = [
    ...useCoverLines({ judge, told }),
    ...useLimitLines({ judge, told }),
    ...useHourLines({ judge, told }),
  ]
  return (
    <ul className="lp-consequences lp-plain-list">
      {lines.length === 0 && <li className="lp-quiet">{t('told.nothing')}</li>}
      {lines.map(({ key, tone, text }) => (
        <li key={key}>
          <Status tone={tone}>{text}</Status>
        </li>
      ))}
    </ul>
  )
}

type Line = { readonly key: string; readonly tone: Tone; readonly text: ReactNode }

const toneOf = (before: number, after: number, isGood: 'less' | 'more'): Tone => {
  if (before === after) return 'neutral'
  return after < before === (isGood === 'less') ? 'good' : 'bad'
}

function useCoverLines({ judge, told }: Props): Line[] {
  const t = useTexts(shiftPlanTexts)
  const { percent } = useFormats()
  const words = useTimeWords()
  const { shortQuarters: quarters, shortMinutes: minutes, intervals } = told
  const lines: Line[] = []
  if (quarters.before !== quarters.after || minutes.before !== minutes.after)
    lines.push({
      key: 'short',
      tone: toneOf(minutes.before, minutes.after, 'less'),
      text: t('told.short', {
        before: words.hours(minutes.before),
        after: words.hours(minutes.after),
        quarters: quarters.after,
      }),
    })
  for (const one of mostChanged(intervals)) {
    const { before, after } = one.answering!
    const queue = judge.given.queues.find(({ queueId }) => queueId === one.queueId)!
    lines.push({
      key: `${one.queueId} ${one.from}`,
      tone: toneOf(before.risk, after.risk, 'less'),
      text:
        before.level === null || after.level === null
          ? t('told.risk', {
              queue: queue.name,
              when: words.when(one),
              before: percent(before.risk),
              after: percent(after.risk),
            })
          : t('told.level', {
              queue: queue.name,
              when: words.when(one),
              before: percent(before.level),
              after: percent(after.level),
              riskBefore: percent(before.risk),
              riskAfter: percent(after.risk),
            }),
    })
  }
  return lines
}

/** For each queue the interval whose risk changes most for the better, and for the worse. */
function mostChanged(intervals: readonly ChangedInterval[]): ChangedInterval[] {
  const change = ({ answering }: ChangedInterval) => answering!.after.risk - answering!.before.risk
  const byQueue = Map.groupBy(
    intervals.filter(({ answering }) => answering !== null),
    ({ queueId }) => queueId,
  )
  return [...byQueue.values()].flatMap((own) => {
    const sorted = own.toSorted((one, other) => change(one) - change(other))
    const [best, worst] = [sorted[0]!, sorted.at(-1)!]
    return [...(change(best) < -0.005 ? [best] : []), ...(change(worst) > 0.005 ? [worst] : [])]
  })
}

/** `§ 10-4 (1)` stays on one line. */
const unbroken = (paragraph: string): string => paragraph.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')

function useLimitLines({ judge, told }: Props): Line[] {
  const t = useTexts(shiftPlanTexts)
  const language = useLanguage()
  const nameOf = (agentId: string) => judge.agents.get(agentId)?.name ?? ''
  return [
    ...told.breached.map((finding): Line => {
      const text = findingText(finding, language)
      return {
        key: `breached ${finding.agentId} ${finding.rule} ${finding.from}`,
        tone: 'bad',
        text: finding.paragraph
          ? t('told.breachedLaw', {
              name: nameOf(finding.agentId),
              text,
              paragraph: unbroken(finding.paragraph),
            })
          : t('told.breached', { name: nameOf(finding.agentId), text }),
      }
    }),
    ...told.mended.map(
      (finding): Line => ({
        key: `mended ${finding.agentId} ${finding.rule} ${finding.from}`,
        tone: 'good',
        text: t('told.mended', {
          name: nameOf(finding.agentId),
          text: findingText(finding, language),
        }),
      }),
    ),
  ]
}

function useHourLines({ judge, told }: Props): Line[] {
  const t = useTexts(shiftPlanTexts)
  const words = useTimeWords()
  const nameOf = (agentId: string) => judge.agents.get(agentId)?.name ?? ''
  const [worked, overtime] = [told.workedMinutes, told.overtimeMinutes]
  const lines: Line[] = []
  if (worked.after !== worked.before)
    lines.push({
      key: 'hours',
      tone: 'neutral',
      text: t('told.hours', { change: words.hoursChange(worked.after - worked.before) }),
    })
  if (overtime.after !== overtime.before)
    lines.push({
      key: 'overtime',
      tone: toneOf(overtime.before, overtime.after, 'less'),
      text: t('told.overtime', { change: words.hoursChange(overtime.after - overtime.before) }),
    })
  const wish = (kind: 'broken' | 'granted', tone: Tone) =>
    (kind === 'broken' ? told.wishesBroken : told.wishesGranted).map(
      ({ agentId, wish: own }): Line => ({
        key: `${kind} ${agentId} ${own.date} ${own.kind}`,
        tone,
        text: t(`told.wish.${kind}`, {
          name: nameOf(agentId),
          wish: t(`wish.${own.kind}`),
          day: words.shortDay(own.date),
        }),
      }),
    )
  return [...lines, ...wish('broken', 'warning'), ...wish('granted', 'good')]
}
