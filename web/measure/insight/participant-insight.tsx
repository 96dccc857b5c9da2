/** Insight on a participant's page, in parts of their own: the gap, what to work on, the channels and the season. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ParticipantInsightAnswer } from '../../../src/measure/insight/contract.ts'
import type { ParticipantAnswer } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { ChannelCard } from './channel-card.tsx'
import { GapCard } from './gap-card.tsx'
import { MapCard } from './map-card.tsx'
import { ParticipantSeason } from './season-card.tsx'
import './insight.css'

const parts = {
  gap: ({ insight, answer }: Shown): ReactNode => <GapCard insight={insight} answer={answer} />,
  map: ({ insight, answer }: Shown): ReactNode => <MapCard insight={insight} answer={answer} />,
  channels: ({ insight }: Shown): ReactNode => <ChannelCard insight={insight} />,
  season: ({ insight }: Shown): ReactNode => <ParticipantSeason insight={insight} />,
}

type Shown = { readonly insight: ParticipantInsightAnswer; readonly answer: ParticipantAnswer }

type Props = { readonly answer: ParticipantAnswer; readonly part: keyof typeof parts }

/** For the centre's own people and the organiser only. */
export function ParticipantInsight({ answer, part }: Props) {
  const { editionId, result } = answer
  const { participantId } = result
  const insight = useQuery(api.insight.participant.queryOptions({ input: { editionId, participantId } }))
  return (
    <Awaited query={insight}>
      {(data) => parts[part]({ insight: data as ParticipantInsightAnswer, answer })}
    </Awaited>
  )
}
