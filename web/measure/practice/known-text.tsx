import { Link } from '@tanstack/react-router'
import type { KnownFigure, PracticeHead } from '../../../src/measure/practice/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { figureLink } from './links.ts'

type Props = {
  readonly answer: PracticeHead
  readonly figure: string
  readonly known: KnownFigure | null
  readonly ofClass: { readonly n: number; readonly value: number } | null
}

/** A score with its interval, n and the class beside it, as one short line that leads to the contacts. */
export function KnownText({ answer, figure, known, ofClass }: Props) {
  const t = useTexts(practiceTexts)
  const { number, interval } = useFormats()
  if (!known) return <span className="lp-quiet lp-small">{t('known.none')}</span>
  const link = figureLink(answer, figure)
  const value = <strong className="lp-number">{number(known.value, 1)}</strong>
  const beside = [
    known.interval && interval(known.interval[0], known.interval[1], 0),
    known.n !== null && t('known.n', { n: number(known.n) }),
    ofClass && t('known.class', { value: number(ofClass.value, 1) }),
  ].filter(Boolean)
  return (
    <span className="lp-nowrap">
      {link ? <Link {...linkTo(link)}>{value}</Link> : value}{' '}
      <span className="lp-small lp-quiet lp-number">{beside.join(' · ')}</span>
    </span>
  )
}
