import { Page } from '../design/page.tsx'
import { homeTexts } from '../i18n/home.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { homeCards } from './cards.ts'
import { LoopCard } from './loop-card.tsx'
import { cardsFor, type HomeCard } from './slots.ts'

const sections = ['measure', 'understand', 'plan'] as const

/** What needs me, what changed, what did it do? */
export function HomePage() {
  const t = useTexts(homeTexts)
  const { person, organisation } = useMe()
  const [firstName = person.name] = person.name.split(' ')
  const tasks = cardsFor(
    homeCards.flatMap((cards) => cards.tasks ?? []),
    person.roles,
  )
  const feed = cardsFor(
    homeCards.flatMap((cards) => cards.feed ?? []),
    person.roles,
  )
  return (
    <Page title={t('title', { name: firstName })} subtitle={organisation.name}>
      <section className="lp-card" aria-labelledby="home-tasks">
        <h2 id="home-tasks">{t('tasks')}</h2>
        {tasks.length === 0 ? <EmptyTasks /> : <Cards cards={tasks} />}
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
      {feed.length > 0 && (
        <section className="lp-card" aria-labelledby="home-feed">
          <h2 id="home-feed">{t('feed')}</h2>
          <Cards cards={feed} />
        </section>
      )}
    </Page>
  )
}

function EmptyTasks() {
  const t = useTexts(homeTexts)
  return <p className="lp-quiet">{`${t('noTasks')}. ${t('noTasksText')}`}</p>
}

function Cards({ cards }: { readonly cards: readonly HomeCard[] }) {
  return cards.map(({ id, component: Card }) => <Card key={id} />)
}
