import { Link } from '@tanstack/react-router'
import { Icon } from '../design/icon.tsx'
import { homeTexts } from '../i18n/home.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { homeCards } from './cards.ts'
import { cardsFor, type Section } from './slots.ts'
import './home.css'

/** One part of the loop: its question, its headline figure, and the way in. */
export function LoopCard({ section }: { readonly section: Section }) {
  const t = useTexts(homeTexts)
  const { roles } = useMe().person
  const offered = homeCards.flatMap((cards) => cards.loop?.[section] ?? [])
  const [figure] = cardsFor(offered, roles)
  const Figure = figure?.component
  return (
    <article className="lp-card lp-loop">
      <h3>
        <Icon name={section} /> {t(`${section}.title`)}
      </h3>
      <p className="lp-quiet">{t(`${section}.text`)}</p>
      {Figure !== undefined && <Figure />}
      <Link to={`/${section}`} className="lp-loop__link">
        {t('open', { section: t(`${section}.title`) })} <Icon name="right" size={16} />
      </Link>
    </article>
  )
}
