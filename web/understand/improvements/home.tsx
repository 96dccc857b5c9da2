/** The home page's places: my improvements and their deadlines, suggestions that wait for me, and what has worked. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ImprovementLine } from '../../../src/understand/improvements/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import type { HomeCards } from '../../home/slots.ts'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useMe } from '../../session.ts'
import { improvementLink } from './links.ts'

function MyImprovements() {
  const t = useTexts(improvementTexts)
  const { date } = useFormats()
  const { person } = useMe()
  const { data } = useQuery(api.improvements.list.queryOptions({ input: { owner: person.personId } }))
  const due = ((data?.items ?? []) as readonly ImprovementLine[])
    .filter(({ state, dueOn }) => dueOn !== null && state !== 'inEffect' && state !== 'dropped')
    .sort((one, other) => (one.dueOn! < other.dueOn! ? -1 : 1))
  if (due.length === 0) return null
  return (
    <p>
      <Link
        {...linkTo(
          due.length === 1 ? improvementLink(due[0]!.improvementId) : { to: '/understand/improvements' },
        )}
      >
        {t('home.due', { count: due.length, date: date(due[0]!.dueOn!) })}
      </Link>
    </p>
  )
}

function WaitingForMe() {
  const t = useTexts(improvementTexts)
  const { data } = useQuery(api.improvements.suggestions.list.queryOptions({ input: { state: 'waiting' } }))
  if (!data || data.mine === 0) return null
  return (
    <p>
      <Link {...linkTo({ to: '/understand/suggestions', search: { state: 'waiting' } })}>
        {t('home.waiting', { count: data.mine })}
      </Link>
    </p>
  )
}

function Effects() {
  const t = useTexts(improvementTexts)
  const { percent, date } = useFormats()
  const { data } = useQuery(api.improvements.list.queryOptions({ input: { state: 'inEffect' } }))
  const worked = ((data?.items ?? []) as readonly ImprovementLine[]).filter(
    ({ effect }) => effect?.verdict === 'drop',
  )
  if (worked.length === 0) return null
  return (
    <ul className="lp-plain-list lp-home-tasks">
      {worked.slice(0, 3).map(({ improvementId, title, effect, inEffectFrom }) => (
        <li key={improvementId}>
          <Link {...linkTo(improvementLink(improvementId))}>
            {t('home.effect', { title, change: percent(Math.abs(effect!.change ?? 0)) })}
          </Link>
          {inEffectFrom !== null && (
            <span className="lp-quiet lp-small"> {t('home.since', { date: date(inEffectFrom) })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

export const improvementsHome: HomeCards = {
  tasks: [
    {
      id: 'my-improvements',
      roles: ['manager', 'editor', 'agent', 'planner', 'admin'],
      component: MyImprovements,
    },
    { id: 'suggestions-waiting', roles: ['manager', 'editor', 'admin'], component: WaitingForMe },
  ],
  feed: [{ id: 'improvement-effects', roles: ['manager', 'editor', 'planner', 'agent'], component: Effects }],
}
