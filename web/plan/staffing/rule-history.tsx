/** The targets of a queue from day to day, and who set them. */
import { useQuery } from '@tanstack/react-query'
import type { StaffingRuleView } from '../../../src/plan/staffing/contract.ts'
import type { QueueKind } from '../../../src/plan/traffic/rules/queue.ts'
import { api } from '../../api.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useTarget } from '../overview/use-target.ts'

type Props = { readonly queueId: string; readonly kind: QueueKind }

export function RuleHistory({ queueId, kind }: Props) {
  const t = useTexts(staffingTexts)
  const { data } = useQuery(api.staffing.rules.list.queryOptions({ input: { queueId } }))
  const items = (data?.items ?? []) as readonly StaffingRuleView[]
  return (
    <section className="lp-card" aria-labelledby="rules">
      <h2 id="rules">{t('history.title')}</h2>
      {items.length === 0 ? (
        <p className="lp-quiet">{t('history.none')}</p>
      ) : (
        <ul className="lp-plain-list">
          {items.map((rule) => (
            <Line key={rule.validFrom} rule={rule} kind={kind} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ rule, kind }: { readonly rule: StaffingRuleView; readonly kind: QueueKind }) {
  const t = useTexts(staffingTexts)
  const { date } = useFormats()
  const target = useTarget({ queue: { kind }, settings: rule.settings })
  return (
    <li>
      {t('history.line', { date: date(rule.validFrom!), target })}{' '}
      <span className="lp-quiet lp-small">
        {t('history.by', { name: rule.setBy ?? '', date: date(rule.setAt!) })}
      </span>
    </li>
  )
}
