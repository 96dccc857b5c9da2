/** Submissions in which no rule found anything, a few at a time: each is read as a row before it is approved. */
import { Button, Checkbox } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Localized } from '../../../src/kernel/localized.ts'
import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { EmptyState } from '../../design/states.tsx'
import { Status, Tag } from '../../design/status.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

const rowsAtOnce = 10

type Props = {
  readonly items: readonly QueueItem[]
  readonly bands: readonly { readonly id: string; readonly name: Localized }[]
  readonly onApprove: (items: readonly QueueItem[]) => Promise<void>
}

export function CleanList({ items, bands, onApprove }: Props) {
  const t = useTexts(fieldworkTexts)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const clean = items.filter(({ findings }) => findings.length === 0)
  const shown = clean.slice(0, rowsAtOnce)
  const chosen = shown.filter(({ contactId }) => !left.has(contactId))
  if (clean.length === 0)
    return <EmptyState title={t('review.cleanNone')}>{t('review.cleanNoneText')}</EmptyState>
  const turn = (contactId: string, isChosen: boolean): void =>
    setLeft((before) => {
      const after = new Set(before)
      if (isChosen) after.delete(contactId)
      else after.add(contactId)
      return after
    })
  const approve = async (): Promise<void> => {
    setBusy(true)
    await onApprove(chosen)
    setBusy(false)
  }
  return (
    <section className="lp-card lp-clean" aria-labelledby="clean-title">
      <h2 id="clean-title">{t('review.cleanTitle', { count: clean.length })}</h2>
      <p className="lp-quiet">{t('review.cleanText')}</p>
      <ol className="lp-plain-list">
        {shown.map((item) => (
          <CleanRow
            key={item.contactId}
            item={item}
            band={item.band === undefined ? undefined : bands[item.band]?.name}
            isChosen={!left.has(item.contactId)}
            onTurn={(isChosen) => turn(item.contactId, isChosen)}
          />
        ))}
      </ol>
      <Button disabled={chosen.length === 0} loading={busy} onClick={() => void approve()}>
        {t('review.approveShown', { count: chosen.length })}
      </Button>
    </section>
  )
}

type RowProps = {
  readonly item: QueueItem
  readonly band: Localized | undefined
  readonly isChosen: boolean
  readonly onTurn: (isChosen: boolean) => void
}

function CleanRow({ item, band, isChosen, onTurn }: RowProps) {
  const t = useTexts(fieldworkTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const language = useLanguage()
  const { contactId, number, participant, observer, answered, score, comments } = item
  return (
    <li className="lp-clean__row">
      <Checkbox
        aria-label={t('review.approveRow', { number })}
        checked={isChosen}
        onChange={(event) => onTurn(event.target.checked)}
      />
      <div className="lp-clean__words">
        <p className="lp-row">
          <Icon name={item.channel} />
          <strong>{participant}</strong>
          <span className="lp-small lp-quiet">
            {t('review.number', { number })} · {channel(item.channel)} · {observer}
          </span>
          <Link
            to="."
            search={{ contact: contactId } as never}
            className="lp-small"
            aria-label={t('review.openRow', { number })}
          >
            {t('review.openRow', { number })}
          </Link>
        </p>
        {comments.map((text) => (
          <p key={text} className="lp-clean__comment">
            {text}
          </p>
        ))}
        {comments.length === 0 && <p className="lp-quiet">{t('review.noComment')}</p>}
      </div>
      <p className="lp-clean__score lp-number">
        {answered ? (
          <>
            <strong>{score === undefined ? '–' : format.number(score, 1)}</strong>
            {band && <Tag>{band[language]}</Tag>}
          </>
        ) : (
          <Status tone="bad">{t('review.unanswered')}</Status>
        )}
      </p>
    </li>
  )
}
