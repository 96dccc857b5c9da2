/** Insight on a participant's page: the gap, what to work on, the channels and the season. */
import { useQuery } from '@tanstack/react-query'
import type { ParticipantInsightAnswer } from '../../../src/measure/insight/contract.ts'
import type { ParticipantAnswer } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { ChannelCard } from './channel-card.tsx'
import { GapCard } from './gap-card.tsx'
import { MapCard } from './map-card.tsx'
import { ParticipantSeason } from './season-card.tsx'
import './insight.css'

export function ParticipantInsight({ answer }: { readonly answer: ParticipantAnswer }) {
  const { editionId, result, isOwn } = answer
  const { participantId } = result
  const insight = useQuery({
    ...api.insight.participant.queryOptions({ input: { editionId, participantId } }),
    enabled: isOwn,
  })
  if (!isOwn) return null
  return (
    <Awaited query={insight}>
      {(data) => <Cards insight={data as ParticipantInsightAnswer} answer={answer} />}
    </Awaited>
  )
}

type Props = { readonly insight: ParticipantInsightAnswer; readonly answer: ParticipantAnswer }

function Cards({ insight, answer }: Props) {
  return (
    <>
      <div className="lp-card">
        <GapCard insight={insight} answer={answer} />
      </div>
      <div className="lp-card">
        <MapCard insight={insight} answer={answer} />
      </div>
      <div className="lp-card">
        <ChannelCard insight={insight} />
      </div>
      <div className="lp-card">
        <ParticipantSeason insight={insight} />
      </div>
    </>
  )
}
