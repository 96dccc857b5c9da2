import { Link } from '@tanstack/react-router'
import type { EditionView } from '../../../src/measure/edition/contract.ts'
import { linkTo } from '../../design/path-target.ts'
import { editionTexts } from '../../i18n/edition.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { usePartTarget } from './edition-parts.ts'
import { type Consequence, consequencesOf, type Missing, missingForStart, type Way } from './state-change.ts'

type Props = { readonly edition: EditionView }

/** What saying yes brings with it. */
export function Consequences({ edition, way }: Props & { readonly way: Way }) {
  const t = useTexts(editionTexts)
  const format = useFormats()
  const { from, to } = edition
  const sentence = (fact: Consequence): string => {
    switch (fact.key) {
      case 'assigns':
        return t('change.assigns', { count: fact.count, from: format.date(from), to: format.date(to) })
      case 'unassigned':
      case 'leftOut':
      case 'undelivered':
      case 'waiting':
        return t(`change.${fact.key}`, { count: fact.count })
      case 'locks':
      case 'allDelivered':
      case 'review':
      case 'reversible':
      case 'reopens':
        return t(`change.${fact.key}`)
    }
  }
  return (
    <ul>
      {consequencesOf(way, edition).map((fact) => (
        <li key={fact.key}>{sentence(fact)}</li>
      ))}
    </ul>
  )
}

/** What stands in the way of fieldwork, each with the way to it. */
export function MissingParts({ edition }: Props) {
  const t = useTexts(editionTexts)
  const targetOf = usePartTarget()
  const sentence = ({ part, count }: Missing): string => {
    switch (part) {
      case 'method':
        return t('change.missing.method', { count })
      case 'participants':
      case 'plan':
        return t(`change.missing.${part}`)
    }
  }
  return (
    <ul>
      {missingForStart(edition).map((missing) => {
        const target = targetOf(missing.part, edition.editionId)
        return (
          <li key={missing.part}>
            {target ? <Link {...linkTo(target)}>{sentence(missing)}</Link> : sentence(missing)}
          </li>
        )
      })}
    </ul>
  )
}
