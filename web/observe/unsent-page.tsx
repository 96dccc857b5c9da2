import { Button } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RefusedPiece, UnsentWork } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { dropRefused, retryRefused } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { Page } from '../design/page.tsx'
import { EmptyState } from '../design/states.tsx'
import { channelTexts } from '../i18n/channels.ts'
import { observeTexts } from '../i18n/observe.ts'
import { unsentTexts } from '../i18n/unsent.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { correctedNow } from '../server-contact.ts'
import { useMe } from '../session.ts'
import type { KeptContact } from './device-db.ts'
import { changeRecord, countUnsent, unsentOf, useRecords } from './device-records.ts'
import { NetworkNote } from './network-note.tsx'
import { sendWork, useSending } from './send-work.ts'
import { StorageNote } from './storage-note.tsx'
import { saveFile, unsentFileOf } from './unsent-file.ts'
import { UnsentPiece } from './unsent-piece.tsx'
import { useOwner } from './use-assignment.ts'
import './observe.css'

/** What of mine has not reached the server, and why? */
export function UnsentPage() {
  const t = useTexts(unsentTexts)
  const observe = useTexts(observeTexts)
  const owner = useOwner()
  useSending(owner)
  const records = unsentOf(owner, useRecords())
  const count = records.reduce((sum, { work }) => sum + countUnsent(work), 0)
  return (
    <Page
      title={count === 0 ? t('title.none') : t('title.some', { count })}
      subtitle={t('subtitle')}
      trail={[{ label: observe('back'), to: '/observe' }]}
      width="narrow"
    >
      <NetworkNote isQueue />
      {records.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <Filled records={records} />
      )}
      <StorageNote />
    </Page>
  )
}

function Filled({ records }: { readonly records: readonly KeptContact[] }) {
  const t = useTexts(unsentTexts)
  const me = useMe()
  const owner = useOwner()
  const [isBusy, setIsBusy] = useState(false)
  const isWaiting = records.some(({ work }) => work.waiting.length > 0)
  const isRefused = records.some(({ work }) => work.refused.length > 0)
  const send = async (): Promise<void> => {
    setIsBusy(true)
    await sendWork(owner)
    setIsBusy(false)
  }
  const sendAgain = async (): Promise<void> => {
    for (const key of records)
      await changeRecord(key, (record) => ({ ...record, work: retryRefused(record.work) }))
    await send()
  }
  const save = (): void => {
    const { name, content } = unsentFileOf(me, records, correctedNow())
    saveFile(name, content)
  }
  return (
    <>
      <div className="lp-row">
        {isWaiting && (
          <Button loading={isBusy} onClick={() => void send()}>
            {t('send')}
          </Button>
        )}
        {isRefused && (
          <Button
            variant={isWaiting ? 'secondary' : 'primary'}
            loading={isBusy && !isWaiting}
            onClick={() => void sendAgain()}
          >
            {t('sendAgain')}
          </Button>
        )}
        <Button variant="secondary" onClick={save}>
          {t('save')}
        </Button>
      </div>
      <p className="lp-small lp-quiet">{t('saveText')}</p>
      {records.map((record) => (
        <OneContact key={record.contactId} record={record} />
      ))}
    </>
  )
}

function OneContact({ record }: { readonly record: KeptContact }) {
  const t = useTexts(unsentTexts)
  const channel = useTexts(channelTexts)
  const { contactId, detail, work } = record
  const title = detail ? `${detail.participant} · ${channel(detail.channel)}` : t('unknown')
  return (
    <section className="lp-card" aria-labelledby={`unsent-${contactId}`}>
      <h2 id={`unsent-${contactId}`}>
        <Link to="/observe/$contactId" params={{ contactId }}>
          {title}
        </Link>
      </h2>
      <ul className="lp-plain-list lp-unsent">
        {work.refused.map((piece) => (
          <li key={piece.id}>
            <UnsentPiece piece={piece} />
            <LetGo record={record} piece={piece} />
          </li>
        ))}
        {work.waiting.map((piece) => (
          <li key={piece.id}>
            <UnsentPiece piece={piece} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Removes a refused piece after asking: it is the only copy. */
function LetGo({ record, piece }: { readonly record: KeptContact; readonly piece: RefusedPiece }) {
  const t = useTexts(unsentTexts)
  const [asking, setAsking] = useState(false)
  const drop = (): void => {
    setAsking(false)
    const without = (work: UnsentWork): UnsentWork => dropRefused(work, piece.id)
    void changeRecord(record, (kept) => ({ ...kept, work: without(kept.work) }))
  }
  return (
    <>
      <Button variant="tertiary" data-size="sm" data-color="danger" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('removeTitle')}
        confirm={t('remove')}
        dangerous
        onConfirm={drop}
        onClose={() => setAsking(false)}
      >
        <p>{t('removeText')}</p>
      </ConfirmDialog>
    </>
  )
}
