import { Link } from '@tanstack/react-router'
import { Icon } from '../../design/icon.tsx'
import { linkTo } from '../../design/path-target.ts'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { usePartTarget } from './edition-parts.ts'

/** The parts that every edition goes through; their headline stands on its overview. */
export type CardPart = 'method' | 'participants' | 'plan' | 'fieldwork' | 'review' | 'results'

type Props = {
  readonly editionId: string
  readonly part: CardPart
  readonly figure: string
}

/** A part of the edition with its headline; the whole card leads there. */
export function PartCard({ editionId, part, figure }: Props) {
  const t = useTexts(editionTexts)
  const target = usePartTarget()(part, editionId)
  return (
    <article className="lp-card lp-part-card">
      <h2>{target ? <Link {...linkTo(target)}>{t(`card.${part}`)}</Link> : t(`card.${part}`)}</h2>
      <p className="lp-number">{figure}</p>
      {target && <Icon name="right" />}
    </article>
  )
}
