import { Alert, Button, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { toLocal } from '../../../src/kernel/zone.ts'
import {
  type Channels,
  type ContactWay,
  contactWays,
  type ParticipantDetail,
} from '../../../src/measure/participants/contract.ts'
import { overrides, plannedChannels } from '../../../src/measure/participants/rules/settled-channels.ts'
import { whyUnusable } from '../../../src/measure/participants/rules/unusable-ways.ts'
import { api } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { participantTexts } from '../../i18n/participants.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useRefresh } from './use-refresh.ts'

type Props = { readonly detail: ParticipantDetail }

/** Starts from what was confirmed or imported, else from what the last check suggests. */
function startOf({ channels, proposal, confirmed, checks }: ParticipantDetail): Channels {
  const isGiven = confirmed !== null || Object.values(channels).some(Boolean)
  return isGiven || checks.length === 0 ? channels : proposal
}

export function ConfirmForm({ detail }: Props) {
  const t = useTexts(participantTexts)
  const text = useProblemText()
  const { frozen } = detail
  const [channels, setChannels] = useState(() => startOf(detail))
  const [note, setNote] = useState(detail.note ?? '')
  const [isMissing, setMissing] = useState(false)
  const [isTried, setTried] = useState(false)
  const confirm = useConfirm(detail)
  const isOverride = detail.checks.length > 0 && overrides(channels, detail.proposal)
  const unusable = (way: ContactWay): string | undefined => {
    const why = whyUnusable(way, channels[way])
    return why && t(`issue.${why}`, { value: channels[way] ?? '' })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const lacksReason = isOverride && note.trim() === ''
    setMissing(lacksReason)
    setTried(true)
    const isUsable = contactWays.every((way) => !whyUnusable(way, channels[way]))
    if (!lacksReason && isUsable) confirm.save(channels, note.trim() || null)
  }
  return (
    <form className="lp-confirm" noValidate onSubmit={submit}>
      <h3>{t('confirm.title')}</h3>
      {frozen && <Frozen />}
      <div className="lp-confirm__ways">
        {contactWays.map((way) => (
          <Textfield
            key={way}
            data-size="sm"
            label={t(`way.${way}`)}
            value={channels[way] ?? ''}
            readOnly={frozen}
            error={isTried && unusable(way)}
            onChange={(event) => setChannels({ ...channels, [way]: event.target.value || null })}
          />
        ))}
      </div>
      <Measured channels={channels} />
      {(isOverride || note !== '') && (
        <>
          <Textarea
            aria-label={t('confirm.note')}
            aria-describedby="confirm-note-hint"
            aria-invalid={isMissing}
            placeholder={t('confirm.note')}
            rows={2}
            maxLength={1000}
            value={note}
            readOnly={frozen}
            onChange={(event) => setNote(event.target.value)}
          />
          <p
            id="confirm-note-hint"
            className={isMissing ? 'lp-confirm__missing' : 'lp-small lp-quiet'}
            role={isMissing ? 'alert' : undefined}
          >
            {isMissing ? t('confirm.noteMissing') : t('confirm.noteHint')}
          </p>
        </>
      )}
      {confirm.error && <Alert data-color="danger">{text(confirm.error)}</Alert>}
      <div className="lp-row">
        {!frozen && (
          <Button type="submit" id="confirm-channels" loading={confirm.isPending}>
            {detail.confirmed ? t('confirm.again') : t('confirm.submit')}
          </Button>
        )}
        <ConfirmedBy detail={detail} />
      </div>
    </form>
  )
}

/** The way in which locked channels change all the same. */
function Frozen() {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  return (
    <p className="lp-small">
      {t('frozen')}{' '}
      <Link to="/measure/editions/$editionId/plan/change" params={{ editionId }}>
        {t('changePlan')}
      </Link>
    </p>
  )
}

function Measured({ channels }: { readonly channels: Channels }) {
  const t = useTexts(participantTexts)
  const channel = useTexts(channelTexts)
  const names = plannedChannels(channels).map((one) => channel(one))
  return (
    <p className="lp-small">
      {names.length > 0 ? t('confirm.measured', { channels: names.join(', ') }) : t('confirm.measuredNone')}
    </p>
  )
}

function ConfirmedBy({ detail: { confirmed } }: Pick<Props, 'detail'>) {
  const t = useTexts(participantTexts)
  const format = useFormats()
  if (!confirmed) return null
  const date = format.date(toLocal(new Date(confirmed.at)).date)
  return (
    <span className="lp-small lp-quiet">
      {confirmed.by ? t('confirm.by', { name: confirmed.by, date }) : t('confirm.byNobody', { date })}
    </span>
  )
}

function useConfirm({ participantId, name }: ParticipantDetail) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const toast = useToast()
  const refresh = useRefresh()
  const confirm = useMutation(
    api.participants.confirm.mutationOptions({
      onSuccess: async () => {
        await refresh()
        toast({ text: t('confirm.done', { name }) })
      },
    }),
  )
  return {
    error: confirm.error,
    isPending: confirm.isPending,
    save: (channels: Channels, note: string | null) =>
      confirm.mutate({ editionId, participantId, channels, note }),
  }
}
