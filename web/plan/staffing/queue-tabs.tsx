/** Which queue the page is about. */
import { Link } from '@tanstack/react-router'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { choiceLink, useChoice } from './use-choice.ts'

type Props = { readonly week: StaffingWeek; readonly to: PathTarget['to'] }

export function QueueTabs({ week: { queues, queue }, to }: Props) {
  const t = useTexts(staffingTexts)
  const { from } = useChoice()
  if (queues.length < 2) return null
  return (
    <nav className="lp-parts" aria-label={t('queues')}>
      <ul>
        {queues.map(({ id, name }) => (
          <li key={id}>
            <Link
              {...linkTo(choiceLink(to, { queueId: id, ...(from && { from }) }))}
              {...(id === queue?.id ? { 'aria-current': 'page' as const } : {})}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
