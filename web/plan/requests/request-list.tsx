import { Link } from '@tanstack/react-router'
import { linkTo } from '../../design/path-target.ts'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAbsenceText } from '../agents/wish-text.ts'
import { useShiftTimes } from '../shift-times.ts'
import { useKindText } from './request-words.ts'
import type { WaitingItem } from './waiting-items.ts'

type Props = { readonly items: readonly WaitingItem[]; readonly current: string }

/** Everything that waits, the one that is looked at marked. */
export function RequestList({ items, current }: Props) {
  const t = useTexts(shiftRequestTexts)
  return (
    <nav className="lp-card lp-requests__list" aria-label={t('list')}>
      <ul className="lp-plain-list">
        {items.map((item) => (
          <li key={item.id}>
            <Link
              {...linkTo({ to: '/plan/shifts/requests', search: { request: item.id } })}
              replace
              resetScroll={false}
              className="lp-requests__item"
              {...(item.id === current ? { 'aria-current': 'true' as const } : {})}
            >
              <Line item={item} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Line({ item }: { readonly item: WaitingItem }) {
  const absenceText = useAbsenceText()
  const { span } = useShiftTimes()
  const kind = useKindText()
  const swap = item.kind === 'swap' ? item.swap : undefined
  const name = item.kind === 'swap' ? item.swap.from.name : item.absence.agent
  const when = item.kind === 'swap' ? (swap?.shift ? span(swap.shift) : '') : absenceText(item.absence)
  return (
    <>
      <strong>{name}</strong>
      <span>{kind(item)}</span>
      <span className="lp-small lp-quiet lp-number">{when}</span>
    </>
  )
}
