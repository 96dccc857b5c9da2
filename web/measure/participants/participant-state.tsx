import type { ParticipantState } from '../../../src/measure/participants/contract.ts'
import { Status, type Tone } from '../../design/status.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'

const tones: Readonly<Record<ParticipantState, Tone>> = {
  withdrawn: 'neutral',
  confirmed: 'good',
  different: 'warning',
  failed: 'bad',
  agreed: 'information',
  once: 'neutral',
  unchecked: 'neutral',
}

export function ParticipantStatus({ state }: { readonly state: ParticipantState }) {
  const t = useTexts(participantTexts)
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>
}
