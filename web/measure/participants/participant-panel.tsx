/** One participant: what both checks found, side by side, and what a person decides. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type {
  Participant,
  ParticipantDetail,
  ParticipantList,
} from '../../../src/measure/participants/contract.ts'
import { demoScheme } from '../../../src/measure/participants/rules/website.ts'
import { api } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { Awaited } from '../../design/states.tsx'
import { Tag } from '../../design/status.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { EvidenceView } from './evidence-view.tsx'
import { FoundTable } from './found-table.tsx'
import { ParticipantStatus } from './participant-state.tsx'
import { useRefresh } from './use-refresh.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type Props = { readonly chosen: Participant; readonly list: ParticipantList }

export function ParticipantPanel({ chosen, list }: Props) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const detail = useQuery(
    api.participants.get.queryOptions({ input: { editionId, participantId: chosen.participantId } }),
  )
  return (
    <>
      <p className="lp-participants__back lp-no-print">
        <Link to="/measure/editions/$editionId/participants" params={{ editionId }}>
          <Icon name="left" size={16} /> {t('action.back')}
        </Link>
      </p>
      <div className="lp-card__head">
        <h2>{chosen.name}</h2>
        <ParticipantStatus state={chosen.state} />
      </div>
      <About chosen={chosen} list={list} />
      <Awaited query={detail} lines={6}>
        {(answer) => <Settling detail={answer} />}
      </Awaited>
      <Deeds chosen={chosen} list={list} />
    </>
  )
}

function About({ chosen, list }: Props) {
  const t = useTexts(participantTexts)
  const names = chosen.competitors.map(
    (id) => list.items.find(({ participantId }) => participantId === id)?.name,
  )
  return (
    <div className="lp-participants__about">
      <Tag>{chosen.class}</Tag>
      <Website address={chosen.website} />
      {names.length > 0 && (
        <p className="lp-small lp-quiet">
          {t('detail.competitors', { names: names.filter(Boolean).join(', ') })}
        </p>
      )}
    </div>
  )
}

function Website({ address }: { readonly address: string | null }) {
  const t = useTexts(participantTexts)
  if (address === null) return <span className="lp-quiet">{t('detail.noWebsite')}</span>
  if (address.startsWith(demoScheme))
    return (
      <span>
        {address} <span className="lp-quiet lp-small">({t('detail.demo')})</span>
      </span>
    )
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')}
    </a>
  )
}

/** The form starts anew when a check or a confirmation has changed what it starts from. */
function Settling({ detail }: { readonly detail: ParticipantDetail }) {
  const basis = JSON.stringify([detail.proposal, detail.channels, detail.confirmed, detail.frozen])
  return (
    <>
      {detail.checks.length > 0 && <FoundTable detail={detail} />}
      {detail.state !== 'withdrawn' && <ConfirmForm key={basis} detail={detail} />}
      {detail.checks.length > 0 && <EvidenceView detail={detail} />}
    </>
  )
}

function Deeds({ chosen, list }: Props) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const refresh = useRefresh()
  const [open, setOpen] = useState<'edit' | 'withdraw'>()
  const close = () => setOpen(undefined)
  const reinstate = useMutation(api.participants.reinstate.mutationOptions({ onSuccess: refresh }))
  const { participantId } = chosen
  return (
    <div className="lp-row lp-participants__deeds lp-no-print">
      <Button variant="tertiary" data-size="sm" onClick={() => setOpen('edit')}>
        {t('action.edit')}
      </Button>
      {chosen.state === 'withdrawn' ? (
        <Button
          variant="tertiary"
          data-size="sm"
          loading={reinstate.isPending}
          onClick={() => reinstate.mutate({ editionId, participantId })}
        >
          {t('action.reinstate')}
        </Button>
      ) : (
        <Button variant="tertiary" data-size="sm" onClick={() => setOpen('withdraw')}>
          {t('action.withdraw')}
        </Button>
      )}
      <EditDialog open={open === 'edit'} participant={chosen} items={list.items} onClose={close} />
      <WithdrawDialog open={open === 'withdraw'} participant={chosen} onClose={close} />
    </div>
  )
}
