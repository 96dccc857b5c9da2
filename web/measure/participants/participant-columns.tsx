import { useMemo } from 'react'
import { type Participant, participantStates } from '../../../src/measure/participants/contract.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ParticipantStatus } from './participant-state.tsx'

/** What needs a person sorts first: differing, unread, unchecked … settled last. */
const urgency: Readonly<Record<Participant['state'], number>> = {
  different: 0,
  failed: 1,
  unchecked: 2,
  once: 3,
  agreed: 4,
  confirmed: 5,
  withdrawn: 6,
}

export function useParticipantColumns(): readonly TableColumn<Participant>[] {
  const t = useTexts(participantTexts)
  const channel = useTexts(channelTexts)
  return useMemo(
    () => [
      { id: 'name', header: t('column.name'), value: ({ name }) => name },
      {
        id: 'state',
        header: t('column.state'),
        value: ({ state }) => t(`state.${state}`),
        cell: ({ state }) => <ParticipantStatus state={state} />,
        filter: { of: ({ state }) => state, label: (code) => stateLabel(t, code) },
      },
      {
        id: 'class',
        header: t('column.class'),
        value: (row) => row.class,
        filter: { of: (row) => row.class, label: (code) => code },
      },
      {
        id: 'chosen',
        header: t('column.chosen'),
        value: ({ chosen }) => chosen.map((one) => channel(one)).join(', ') || null,
        hidden: true,
      },
      {
        id: 'variant',
        header: t('column.variant'),
        value: ({ variant }) => t(`variant.${variant}`),
        hidden: true,
      },
      { id: 'website', header: t('column.website'), value: ({ website }) => website, hidden: true },
    ],
    [t, channel],
  )
}

type Words = ReturnType<typeof useTexts<typeof participantTexts.texts.nb>>

function stateLabel(t: Words, code: string): string {
  const state = participantStates.find((known) => known === code)
  return state ? t(`state.${state}`) : code
}

/** The participants that need a decision first; the same order for the table and for j and k. */
export function byUrgency(items: readonly Participant[]): readonly Participant[] {
  return items.toSorted((a, b) => urgency[a.state] - urgency[b.state])
}
