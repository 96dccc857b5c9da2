/** The home page's places: the section's headline, what waits, and what rises. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Role } from '../../../src/organisation/rules/roles.ts'
import type { Overview } from '../../../src/understand/overview/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import type { HomeCards } from '../../home/slots.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { curateLink, topicLink } from './links.ts'
import { risesOf } from './rises.ts'

function useOverview(): Overview | undefined {
  const { data } = useQuery(api.overview.get.queryOptions({ input: {} }))
  return data as Overview | undefined
}

function Headline() {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const overview = useOverview()
  if (!overview) return null
  if (overview.cards.fcr === null) return <p className="lp-small lp-quiet">{t('empty.title')}</p>
  const { fcr, fcrBefore } = overview.cards
  const said = {
    share: format.percent(fcr.value),
    interval: format.interval(fcr.low * 100, fcr.high * 100, 0),
  }
  return (
    <p className="lp-number">
      {fcrBefore === null
        ? t('home.headlineOnly', said)
        : t('home.headline', { ...said, change: format.change((fcr.value - fcrBefore.value) * 100, 1) })}
    </p>
  )
}

function Tasks() {
  const t = useTexts(overviewTexts)
  const overview = useOverview()
  if (!overview || (overview.tray.texts === 0 && overview.ownerless === 0)) return null
  return (
    <ul className="lp-plain-list lp-home-tasks">
      {overview.tray.texts > 0 && (
        <li>
          <Link {...linkTo(curateLink)}>{t('home.tray', { count: overview.tray.texts })}</Link>
        </li>
      )}
      {overview.ownerless > 0 && (
        <li>
          <Link to="/understand/priority">{t('home.ownerless', { count: overview.ownerless })}</Link>
        </li>
      )}
    </ul>
  )
}

function Rises() {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const overview = useOverview()
  const rises = overview ? risesOf(overview).slice(0, 3) : []
  if (rises.length === 0) return null
  return (
    <ul className="lp-plain-list lp-home-tasks">
      {rises.map(({ topicId, name, rise }) => (
        <li key={topicId}>
          <Link {...linkTo(topicLink(topicId))}>
            {t('home.rise', {
              name,
              number: format.number(Math.round(rise.count)),
              change: `${format.change(rise.change * 100, 0)} %`,
            })}
          </Link>
        </li>
      ))}
    </ul>
  )
}

const readers: readonly Role[] = ['manager', 'agent', 'editor', 'planner', 'admin']

export const overviewHome: HomeCards = {
  tasks: [{ id: 'overview-tasks', roles: ['manager', 'editor'], component: Tasks }],
  loop: { understand: { id: 'overview', roles: readers, component: Headline } },
  feed: [{ id: 'overview-rises', roles: ['manager', 'editor'], component: Rises }],
}
