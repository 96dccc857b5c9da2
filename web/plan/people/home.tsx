/** The home page's place: positions to advertise. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addDays } from '../../../src/kernel/calendar.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import type { HomeCards } from '../../home/slots.ts'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** So long before the last day it becomes a task. */
const soonDays = 45

function Advertise() {
  const t = useTexts(headcountTexts)
  const { shortDate } = useFormats()
  const plan = useQuery(api.headcount.get.queryOptions()).data
  const first = plan?.proposals.find(({ advertiseBy }) => advertiseBy <= addDays(plan.today, soonDays))
  if (!first) return null
  const said = { count: first.people, date: shortDate(first.advertiseBy) }
  return (
    <p>
      <Link {...linkTo({ to: '/plan/people' })}>
        {first.late ? t('home.late', { count: first.people }) : t('home.due', said)}
      </Link>
    </p>
  )
}

export const peopleHome: HomeCards = {
  tasks: [{ id: 'advertise', roles: ['manager', 'planner', 'admin'], component: Advertise }],
}
