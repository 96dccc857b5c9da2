/** Each limit that is passed, in words and with its paragraph; each is a way to the shift. And what is checked at all. */
import { Details } from '@digdir/designsystemet-react'
import type { RuleFinding } from '../../../src/plan/shifts/rules/check-plan.ts'
import { findingText } from '../../../src/plan/shifts/rules/finding-texts.ts'
import type { Judge, JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import { localOf } from '../../../src/plan/shifts/rules/local-days.ts'
import { factsOf, ruleIds } from '../../../src/plan/shifts/rules/working-time/paragraphs.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { shiftRuleTexts } from '../../i18n/shift-rules.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import type { Place } from './place.ts'
import { placeOfShift } from './place.ts'
import { useTimeWords } from './words.ts'

type Props = {
  readonly judge: Judge
  readonly week: JudgedWeek
  readonly onGo: (place: Place) => void
}

export const allFindings = ({ people }: JudgedWeek): RuleFinding[] =>
  [...people.values()].flatMap(({ findings }) => findings)

/** Fewer hours than agreed breaks no limit of the Act, and is told by itself. */
export const isTooFew = ({ rule }: RuleFinding): boolean => rule === 'below-agreed'

export function FindingsCard({ judge, week, onGo }: Props) {
  const t = useTexts(shiftPlanTexts)
  const found = allFindings(week)
  const breaches = found
    .filter((finding) => !isTooFew(finding))
    .toSorted((one, other) => Number(other.paragraph !== undefined) - Number(one.paragraph !== undefined))
  const few = found.filter(isTooFew)
  return (
    <section className="lp-card" aria-labelledby="findings">
      <h2 id="findings">
        {breaches.length === 0 ? t('findings.titleNone') : t('findings.title', { count: breaches.length })}
      </h2>
      {breaches.length === 0 && <p>{t('findings.none')}</p>}
      <FindingList findings={breaches} {...{ judge, week, onGo }} />
      {few.length > 0 && (
        <Details>
          <Details.Summary>{t('findings.few', { count: few.length })}</Details.Summary>
          <Details.Content>
            <FindingList findings={few} {...{ judge, week, onGo }} />
          </Details.Content>
        </Details>
      )}
      <CheckedLimits />
    </section>
  )
}

function FindingList({ findings, judge, week, onGo }: Props & { readonly findings: readonly RuleFinding[] }) {
  const t = useTexts(shiftPlanTexts)
  const language = useLanguage()
  const words = useTimeWords()
  const whenOf = ({ from, to }: RuleFinding) =>
    to - from > 2 * 1440
      ? t('findings.week')
      : words.shortDay(localOf(Math.max(from, judge.days[0]!.from)).date)
  const go = ({ agentId, shiftIds }: RuleFinding) => {
    const own = week.shifts.filter(({ id }) => shiftIds.includes(id)).at(-1)
    onGo(
      placeOfShift(own ?? week.people.get(agentId)?.shifts[0], judge.days) ?? {
        agentId,
        date: judge.days[0]!.date,
        shiftId: null,
      },
    )
  }
  return (
    <ul className="lp-findings lp-plain-list">
      {findings.map((finding) => (
        <li key={`${finding.agentId} ${finding.rule} ${finding.from} ${finding.shiftIds.length}`}>
          <button type="button" className="lp-findings__go" onClick={() => go(finding)}>
            {t('findings.who', {
              name: judge.agents.get(finding.agentId)?.name ?? '',
              when: whenOf(finding),
            })}
          </button>{' '}
          {findingText(finding, language)}{' '}
          {finding.paragraph && (
            <span className="lp-quiet lp-nowrap">
              {t('findings.paragraph', { paragraph: finding.paragraph })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function CheckedLimits() {
  const t = useTexts(shiftPlanTexts)
  const rule = useTexts(shiftRuleTexts)
  const ofLaw = ruleIds.filter((id) => factsOf(id).paragraph !== undefined)
  const ofHouse = ruleIds.filter((id) => factsOf(id).paragraph === undefined)
  return (
    <Details>
      <Details.Summary>{t('findings.checked')}</Details.Summary>
      <Details.Content>
        <p>{t('findings.checkedText')}</p>
        <h3>{t('findings.law')}</h3>
        <ul>
          {ofLaw.map((id) => (
            <li key={id}>
              {rule(id)} <span className="lp-quiet lp-nowrap">{factsOf(id).paragraph}</span>
            </li>
          ))}
        </ul>
        <h3>{t('findings.house')}</h3>
        <ul>
          {ofHouse.map((id) => (
            <li key={id}>{rule(id)}</li>
          ))}
        </ul>
      </Details.Content>
    </Details>
  )
}
