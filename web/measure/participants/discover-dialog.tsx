import { Alert, Button, Radio } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Participant } from '../../../src/measure/participants/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { usePutJob } from '../../job-in-address.tsx'
import { useEditionId } from '../edition/edition-frame.tsx'

type Props = {
  readonly open: boolean
  readonly items: readonly Participant[]
  readonly onClose: () => void
}

/** Which check, and of whom; then the job is sent and its progress is shown on the page. */
export function DiscoverDialog({ open, items, onClose }: Props) {
  const t = useTexts(participantTexts)
  return (
    <FormDialog open={open} title={t('discover.title')} onClose={onClose}>
      <DiscoverForm items={items} onClose={onClose} />
    </FormDialog>
  )
}

const lacking = { 1: ['unchecked'], 2: ['unchecked', 'once', 'failed'] } as const

function DiscoverForm({ items, onClose }: Omit<Props, 'open'>) {
  const t = useTexts(participantTexts)
  const text = useProblemText()
  const readable = items.filter(({ website, state }) => website && state !== 'withdrawn')
  const isFirst = readable.some(({ state }) => state === 'unchecked')
  const [round, setRound] = useState<1 | 2>(isFirst ? 1 : 2)
  const [whom, setWhom] = useState<'missing' | 'all'>('missing')
  const missing = readable.filter(({ state }) => (lacking[round] as readonly string[]).includes(state))
  const send = useSend(onClose)
  const chosen = whom === 'all' || missing.length === 0 ? readable : missing
  return (
    <div className="lp-stack">
      <p>{t('discover.body')}</p>
      {send.error && <Alert data-color="danger">{text(send.error)}</Alert>}
      <fieldset className="lp-choices">
        <legend>{t('discover.round')}</legend>
        <Radio
          name="round"
          value="1"
          label={t('discover.round1')}
          checked={round === 1}
          onChange={() => setRound(1)}
        />
        <Radio
          name="round"
          value="2"
          label={t('discover.round2')}
          description={t('discover.round2Hint')}
          checked={round === 2}
          onChange={() => setRound(2)}
        />
      </fieldset>
      <fieldset className="lp-choices">
        <legend>{t('discover.whom')}</legend>
        <Radio
          name="whom"
          value="missing"
          label={t('discover.missing', { count: missing.length })}
          checked={whom === 'missing' && missing.length > 0}
          disabled={missing.length === 0}
          onChange={() => setWhom('missing')}
        />
        <Radio
          name="whom"
          value="all"
          label={t('discover.all', { count: readable.length })}
          checked={whom === 'all' || missing.length === 0}
          onChange={() => setWhom('all')}
        />
      </fieldset>
      <div>
        <Button loading={send.isPending} onClick={() => send.discover(round, chosen)}>
          {t('discover.start')}
        </Button>
      </div>
    </div>
  )
}

/** Sends the job and keeps its id in the address, so that its progress survives leaving the page. */
export function useSend(onSent: () => void) {
  const editionId = useEditionId()
  const putJob = usePutJob()
  const send = useMutation(
    api.participants.discover.mutationOptions({
      onSuccess: async ({ jobId }) => {
        onSent()
        await putJob(jobId)
      },
    }),
  )
  return {
    error: send.error,
    isPending: send.isPending,
    discover: (round: 1 | 2, chosen: readonly Participant[]) =>
      send.mutate({ editionId, round, participantIds: chosen.map(({ participantId }) => participantId) }),
  }
}
