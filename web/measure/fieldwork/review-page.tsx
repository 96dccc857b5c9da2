/** What must I decide next? One submission at a time, by keyboard; the queue beside it on a wide screen. */
import { Button } from '@digdir/designsystemet-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import { api } from '../../api.ts'
import { KeyboardSheet } from '../../design/keys.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { Queue } from './queue.tsx'
import { filterKeys, filterQueue, neighbours, readFilter } from './queue-filter.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { Submission } from './submission.tsx'
import { useDecisions } from './use-decisions.ts'
import './fieldwork.css'

export function ReviewPage() {
  const t = useTexts(fieldworkTexts)
  const editionId = useEditionId()
  const decisions = useDecisions(editionId)
  const query = useQuery(api.fieldwork.review.queue.queryOptions({ input: { editionId } }))
  const waiting = query.data?.items.filter(decisions.isOpen)
  const count = query.data && waiting ? waiting.length + query.data.more : undefined
  const title =
    count === undefined ? t('review.list') : count === 0 ? t('review.none') : t('review.title', { count })
  return (
    <EditionFrame title={title} subtitle={t('review.subtitle')} width="wide">
      <Awaited query={query} lines={10}>
        {({ more }) => <Desk editionId={editionId} items={waiting ?? []} more={more} decisions={decisions} />}
      </Awaited>
    </EditionFrame>
  )
}

type DeskProps = {
  readonly editionId: string
  readonly items: readonly QueueItem[]
  readonly more: number
  readonly decisions: ReturnType<typeof useDecisions>
}

function Desk({ editionId, items, more, decisions }: DeskProps) {
  const t = useTexts(fieldworkTexts)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const [returning, setReturning] = useState(false)
  const shown = filterQueue(items, readFilter(search))
  const openId = search.contact ?? shown[0]?.contactId
  const { previous, next } = neighbours(shown, openId)
  const item = items.find(({ contactId }) => contactId === openId)
  useReadAhead(editionId, next)

  const goTo = (contact: string | undefined): void => {
    const kept = Object.fromEntries(filterKeys.map((key) => [key, search[key]]))
    void navigate({ to: '.', search: { ...kept, contact } as never, replace: true, resetScroll: false })
  }
  const goOn = (): void => goTo(next?.contactId ?? previous?.contactId)
  const approve = (): void => {
    if (!item) return
    goOn()
    decisions.approve(item)
  }
  const askToReturn = (): void => setReturning(item !== undefined)
  const goNext = (): void => {
    if (next) goTo(next.contactId)
  }
  const goBack = (): void => {
    if (previous) goTo(previous.contactId)
  }
  if (items.length === 0 && openId === undefined)
    return <EmptyState title={t('review.allDone')}>{t('review.allDoneText')}</EmptyState>
  return (
    <div className={`lp-desk${search.contact === undefined ? '' : ' lp-desk--open'}`}>
      <Queue items={items} shown={shown} more={more} openId={openId} />
      <div className="lp-desk__open">
        <div className="lp-desk__back lp-no-print">
          <Button variant="tertiary" data-size="sm" onClick={() => goTo(undefined)}>
            {t('review.back')}
          </Button>
        </div>
        {openId !== undefined && <Submission key={openId} editionId={editionId} contactId={openId} />}
        <div className="lp-desk__acts lp-no-print">
          {/* The second half of a double click would fall on the next one, unread. */}
          <Button disabled={!item} onClick={({ detail }) => detail < 2 && approve()}>
            {t('review.approve')}
          </Button>
          <Button variant="secondary" disabled={!item} onClick={askToReturn}>
            {t('review.return')}
          </Button>
          <Button variant="tertiary" disabled={!previous} onClick={goBack}>
            {t('review.previous')}
          </Button>
          <Button variant="tertiary" disabled={!next} onClick={goNext}>
            {t('review.next')}
          </Button>
          <KeyboardSheet
            keys={[
              { key: 'a', does: t('review.keyApprove'), act: approve },
              { key: 'r', does: t('review.keyReturn'), act: askToReturn },
              { key: 'n', does: t('review.keyNext'), act: goNext },
              { key: 'j', does: t('review.keyNext'), act: goNext },
              { key: 'k', does: t('review.keyPrevious'), act: goBack },
            ]}
          />
        </div>
      </div>
      <ReturnDialog
        open={returning}
        onClose={() => setReturning(false)}
        onNote={(note) => {
          setReturning(false)
          if (!item) return
          goOn()
          decisions.sendBack(item, note)
        }}
      />
    </div>
  )
}

/** The next one is fetched while this one is read. */
function useReadAhead(editionId: string, next: QueueItem | undefined): void {
  const queries = useQueryClient()
  const contactId = next?.contactId
  useEffect(() => {
    if (contactId === undefined) return
    void queries.prefetchQuery(api.fieldwork.review.get.queryOptions({ input: { editionId, contactId } }))
  }, [queries, editionId, contactId])
}
