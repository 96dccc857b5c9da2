/** Around every part of a centre's practice: where the figures come from, and the way to the other parts. */
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PracticeHead } from '../../../src/measure/practice/contract.ts'
import type { Crumb } from '../../design/page.tsx'
import { linkTo } from '../../design/path-target.ts'
import { practiceTexts } from '../../i18n/practice.ts'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { type InCentre, type PracticePart, practiceLink, practiceParts } from './links.ts'
import './practice.css'
import '../../design/parts.css'

export function useInCentre(): InCentre {
  const editionId = useEditionId()
  const { participantId = '' } = useParams({ strict: false })
  return { editionId, participantId }
}

type FrameProps = {
  readonly part: PracticePart
  readonly title: string
  readonly head: PracticeHead | undefined
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** Around each part: the finding, where the figures come from, and the way to the other parts. */
export function PracticeFrame({ part, title, head, actions, children }: FrameProps) {
  const t = useTexts(practiceTexts)
  return (
    <EditionFrame
      title={title}
      subtitle={head && <Source head={head} />}
      trail={useTrail(head)}
      {...(actions === undefined ? {} : { actions })}
    >
      <nav className="lp-parts lp-no-print" aria-label={t('parts')}>
        <ul>
          {practiceParts.map((one) => (
            <li key={one}>
              <PartLink part={one} current={one === part} />
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </EditionFrame>
  )
}

function PartLink({ part, current }: { readonly part: PracticePart; readonly current: boolean }) {
  const t = useTexts(practiceTexts)
  return (
    // The parts differ in the search only: without it every one of them would be the page that is open.
    <Link
      {...linkTo(practiceLink(useInCentre(), part))}
      activeOptions={{ exact: true, includeSearch: true }}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      {t(`part.${part}`)}
    </Link>
  )
}

function Source({ head: { measured, mayWrite } }: { readonly head: PracticeHead }) {
  const t = useTexts(practiceTexts)
  const { number } = useFormats()
  const values = measured && { edition: measured.edition, n: number(measured.contacts) }
  const source = values
    ? t(measured.isPreliminary ? 'subtitle.preliminary' : 'subtitle.measured', values)
    : t('subtitle.none')
  return <>{[source, ...(mayWrite ? [] : [t('subtitle.looks')])].join(' ')}</>
}

export function useTrail(head: PracticeHead | undefined): readonly Crumb[] {
  const results = useTexts(resultsTexts)
  const { editionId, participantId } = useInCentre()
  const toResults = { to: '/measure/editions/$editionId/results', params: { editionId } } as const
  return [
    { ...toResults, label: results('results') },
    ...(head
      ? [
          {
            to: '/measure/editions/$editionId/results/$participantId',
            params: { editionId, participantId },
            label: head.name,
          } as const,
        ]
      : []),
  ]
}
