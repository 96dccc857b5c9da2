/** The way between an edition's parts: the groups of its year in one row, the parts of the chosen one below. */
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { linkTo, type PathTarget } from '../../design/path-target.ts'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import {
  type EditionPart,
  forParticipants,
  groups,
  mostInOneRow,
  type PartGroup,
  partGroups,
  partOfPath,
  usePartTarget,
} from './edition-parts.ts'
import '../../design/parts.css'

/** Every page of an edition lies below its overview, which is not where one is on all of them. */
const onlyItself = { exact: true, includeSearch: false } as const

type Step = { readonly part: EditionPart; readonly target: PathTarget }

export function EditionNav({ editionId }: { readonly editionId: string }): ReactNode {
  const t = useTexts(editionTexts)
  const targetOf = usePartTarget()
  const here = partOfPath(useLocation().pathname)
  const stepsOf = (parts: readonly EditionPart[]): readonly Step[] =>
    parts.flatMap((part) => {
      const target = targetOf(part, editionId)
      return target ? [{ part, target }] : []
    })
  const overview = stepsOf(['overview'])
  const grouped = groups.map((group) => ({ group, steps: stepsOf(partGroups[group]) }))
  const all = grouped.flatMap(({ steps }) => steps)
  if (overview.length + all.length <= mostInOneRow) {
    const asked = all.toSorted((a, b) => forParticipants.indexOf(a.part) - forParticipants.indexOf(b.part))
    return <Row label={t('nav.label')} steps={[...overview, ...asked]} here={here} />
  }
  const chosen = grouped.find(({ steps }) => steps.some(({ part }) => part === here))
  return (
    <nav className="lp-parts lp-no-print" aria-label={t('nav.label')}>
      <ul className="lp-part-groups">
        {overview.map((step) => (
          <PartLink key={step.part} step={step} current={here === step.part} />
        ))}
        {grouped.map(({ group, steps }) => (
          <GroupLink key={group} group={group} steps={steps} current={group === chosen?.group} />
        ))}
      </ul>
      {chosen && (
        <ul aria-label={t(`nav.group.${chosen.group}`)}>
          {chosen.steps.map((step) => (
            <PartLink key={step.part} step={step} current={here === step.part} />
          ))}
        </ul>
      )}
    </nav>
  )
}

type RowProps = { readonly label: string; readonly steps: readonly Step[]; readonly here: EditionPart }

function Row({ label, steps, here }: RowProps): ReactNode {
  return (
    <nav className="lp-parts lp-no-print" aria-label={label}>
      <ul>
        {steps.map((step) => (
          <PartLink key={step.part} step={step} current={here === step.part} />
        ))}
      </ul>
    </nav>
  )
}

function PartLink({ step, current }: { readonly step: Step; readonly current: boolean }): ReactNode {
  const t = useTexts(editionTexts)
  return (
    <li>
      <Link
        {...linkTo(step.target)}
        activeOptions={onlyItself}
        {...(current ? { 'aria-current': 'page' as const } : {})}
      >
        {t(`nav.${step.part}`)}
      </Link>
    </li>
  )
}

type GroupLinkProps = {
  readonly group: PartGroup
  readonly steps: readonly Step[]
  readonly current: boolean
}

/** A group is no page of its own: it leads to its first part. */
function GroupLink({ group, steps, current }: GroupLinkProps): ReactNode {
  const t = useTexts(editionTexts)
  const [first] = steps
  return first ? (
    <li>
      <Link
        {...linkTo(first.target)}
        activeOptions={onlyItself}
        {...(current ? { 'aria-current': 'true' as const } : {})}
      >
        {t(`nav.group.${group}`)}
      </Link>
    </li>
  ) : null
}
