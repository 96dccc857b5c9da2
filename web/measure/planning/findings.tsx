/** Where rules are broken: each place with its figure, its limit and the contacts concerned. */
import { Link } from '@tanstack/react-router'
import type { Plan } from '../../../src/measure/planning/contract.ts'
import type { Fairness, FairnessRule, Finding } from '../../../src/measure/planning/rules/fairness/report.ts'
import { linkTo } from '../../design/path-target.ts'
import { Status } from '../../design/status.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { numbersLink } from './links.ts'
import { Need } from './observer-need.tsx'
import { namesOf } from './use-plan.ts'

type Props = { readonly plan: Pick<Plan, 'names' | 'ready'>; readonly fairness: Fairness }

const mostShown = 12

export function Findings({ plan, fairness }: Props) {
  const t = useTexts(planningTexts)
  if (fairness.clean) return null
  const byRule = Map.groupBy(fairness.findings, ({ rule }) => rule)
  return (
    <section className="lp-card lp-card--notice" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('findings.title')}</h2>
      {byRule.has('observerMissing') && <Need need={plan.ready.need} />}
      {[...byRule].map(([rule, findings]) => (
        <OneRule key={rule} rule={rule} findings={findings} plan={plan} />
      ))}
    </section>
  )
}

type OneProps = Pick<Props, 'plan'> & { readonly rule: FairnessRule; readonly findings: readonly Finding[] }

function OneRule({ rule, findings, plan }: OneProps) {
  const t = useTexts(planningTexts)
  const names = namesOf(plan)
  return (
    <details className="lp-findings" open={findings.length <= 3}>
      <summary>
        <Status tone="warning">{t(`rules.${rule}`)}</Status>{' '}
        <span className="lp-number">{t('findings.broken', { count: findings.length })}</span>
      </summary>
      <ul className="lp-plain-list">
        {findings.slice(0, mostShown).map((finding) => (
          <OneFinding key={JSON.stringify(finding)} finding={finding} names={names} />
        ))}
      </ul>
      {findings.length > mostShown && (
        <p className="lp-quiet lp-small">{t('findings.more', { count: findings.length - mostShown })}</p>
      )}
    </details>
  )
}

type FindingProps = { readonly finding: Finding; readonly names: ReadonlyMap<string, string> }

function OneFinding({ finding, names }: FindingProps) {
  const t = useTexts(planningTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const { participant, observer, date, week, contacts, figure, limit } = finding
  const where = [
    participant && names.get(participant),
    observer && names.get(observer),
    finding.channel && channel(finding.channel),
    date && format.date(date),
    week && t('calendar.week', { week: Number(week.slice(6)) }),
  ].filter(Boolean)
  return (
    <li className="lp-findings__one">
      <span>{where.join(' · ')}</span>
      <span className="lp-quiet lp-small lp-number">
        {t('findings.figure', { figure: format.number(figure), limit: format.number(limit) })}
      </span>
      {contacts.length > 0 && (
        <span className="lp-small">
          <Link {...linkTo(numbersLink(editionId, contacts))}>
            {t('findings.toContacts', { count: contacts.length })}
          </Link>
        </span>
      )}
    </li>
  )
}
