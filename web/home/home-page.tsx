import { useIsFetching } from '@tanstack/react-query'
import { Page } from '../design/page.tsx'
import { homeTexts } from '../i18n/home.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { homeCards } from './cards.ts'
import { LoopCard } from './loop-card.tsx'
import { cardsFor } from './slots.ts'
import './home.css'

const sections = ['measure', 'understand', 'plan'] as const

/** What needs me, what changed, what did it do? */
export function HomePage() {
  const t = useTexts(homeTexts)
  const { person, organisation } = useMe()
  const [firstName = person.name] = person.name.split(' ')
  return (
    <Page title={t('title', { name: firstName })} subtitle={organisation.name}>
      <section className="lp-card" aria-labelledby="home-tasks">
        <h2 id="home-tasks">{t('tasks')}</h2>
        <Cards place="tasks" />
        <EmptyTasks />
      </section>
      <section aria-labelledby="home-loop">
        <h2 id="home-loop" className="lp-visually-hidden">
          {t('loop')}
        </h2>
        <div className="lp-columns">
          {sections.map((section) => (
            <LoopCard key={section} section={section} />
          ))}
        </div>
      </section>
      <section className="lp-card lp-home-feed" aria-labelledby="home-feed">
        <h2 id="home-feed">{t('feed')}</h2>
        <Cards place="feed" />
      </section>
    </Page>
  )
}

/** Shown (home.css) while no card has anything to say, and not before they have asked. */
function EmptyTasks() {
  const t = useTexts(homeTexts)
  const asking = useIsFetching() > 0
  return asking ? null : <p className="lp-quiet lp-home-none">{`${t('noTasks')}. ${t('noTasksText')}`}</p>
}

function Cards({ place }: { readonly place: 'tasks' | 'feed' }) {
  const { roles } = useMe().person
  const cards = cardsFor(
    homeCards.flatMap((offered) => offered[place] ?? []),
    roles,
  )
  return (
    <div className="lp-home-cards">
      {cards.map(({ id, component: Card }) => (
        <Card key={id} />
      ))}
    </div>
  )
}
