/** On a participant's page: how far it is to its own targets, the total over the editions, and the way to practice. */
import { useQuery } from '@tanstack/react-query'
import type { PracticeAnswer } from '../../../src/measure/practice/contract.ts'
import type { ParticipantAnswer } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { practiceLink } from './links.ts'
import { TargetTable } from './target-table.tsx'
import { TrendSection } from './trend-section.tsx'
import './practice.css'

/** For the centre's own people and the organiser only. */
export function PracticeSection({ answer: { editionId, result } }: { readonly answer: ParticipantAnswer }) {
  const inCentre = { editionId, participantId: result.participantId }
  const practice = useQuery(api.practice.get.queryOptions({ input: inCentre }))
  return (
    <>
      <Awaited query={practice} lines={3}>
        {(answer) => <Targets answer={answer as PracticeAnswer} />}
      </Awaited>
      <TrendSection inCentre={inCentre} />
    </>
  )
}

function Targets({ answer }: { readonly answer: PracticeAnswer }) {
  const t = useTexts(practiceTexts)
  return (
    <>
      {answer.targets.length > 0 ? (
        <TargetTable answer={answer} />
      ) : (
        <>
          <h2>{t('section.title')}</h2>
          <p className="lp-quiet">{t('section.none')}</p>
        </>
      )}
      <p className="lp-no-print">
        <LinkButton {...linkTo(practiceLink(answer))} variant="secondary">
          {t('section.open')}
        </LinkButton>
      </p>
    </>
  )
}
