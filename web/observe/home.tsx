import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { groupAssignments, groupOf } from '../../src/measure/fieldwork/rules/assignment-list.ts'
import { Loading } from '../design/states.tsx'
import type { HomeCards } from '../home/slots.ts'
import { observeTexts } from '../i18n/observe.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { AssignmentCard } from './assignment-card.tsx'
import { listQuery } from './assignment-queries.ts'
import { useRecords } from './device-records.ts'
import { isUnsentHere, withHere } from './list-here.ts'
import { openDevice } from './open-device.ts'
import { useSending } from './send-work.ts'
import { useOwner } from './use-assignment.ts'
import { useNow } from './use-now.ts'
import './observe.css'

const shownAtHome = 4

/** What an observer has to do today, returned forms first; on a day without anything, what comes next. */
function MyAssignments() {
  const t = useTexts(observeTexts)
  const now = useNow(60_000)
  const owner = useOwner()
  const query = useQuery(listQuery(owner))
  const records = useRecords()
  useEffect(() => void openDevice(), [])
  useSending(owner)
  if (!query.data) return <Loading lines={2} />
  const here = groupAssignments(withHere(query, records), now)
  const groups = new Map(here.map(({ group, items }) => [group, items]))
  const returned = groups.get('returned') ?? []
  const today = groups.get('today') ?? []
  const urgent = [...returned, ...today]
  const next = urgent.length > 0 ? undefined : [groups.get('thisWeek'), groups.get('later')].flat()[0]
  const words = [
    today.length > 0 ? t('home.title', { count: today.length }) : t('home.none'),
    ...(returned.length > 0 ? [t('home.returned', { count: returned.length })] : []),
  ]
  return (
    <div className="lp-stack">
      <p className="lp-row">
        <strong>{words.join(' · ')}</strong>
        <Link to="/observe">{t('home.open')}</Link>
      </p>
      {next && <p className="lp-quiet">{t('home.next')}</p>}
      {(next ? [next] : urgent.slice(0, shownAtHome)).map((assignment) => (
        <AssignmentCard
          key={assignment.contactId}
          assignment={assignment}
          now={now}
          unsent={isUnsentHere(records, assignment)}
        />
      ))}
    </div>
  )
}

/** How much of the observer's work is handed in. */
function HandedIn() {
  const t = useTexts(observeTexts)
  const { data } = useQuery(listQuery(useOwner()))
  const items = data?.items ?? []
  if (items.length === 0) return null
  const done = items.filter((assignment) => groupOf(assignment, new Date()) === 'handedIn').length
  return <p className="lp-number">{t('home.done', { done, count: items.length })}</p>
}

export const observeHome: HomeCards = {
  tasks: [{ id: 'my-assignments', roles: ['observer'], component: MyAssignments }],
  loop: { measure: { id: 'handed-in', roles: ['observer'], component: HandedIn } },
}
