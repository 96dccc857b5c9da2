/** What must I decide next? One submission at a time, by keyboard; the queue beside it on a wide screen. */
import { Button, ToggleGroup } from '@digdir/designsystemet-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ComponentProps, useEffect, useState } from 'react'
import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import { api } from '../../api.ts'
import { KeyboardSheet } from '../../design/keys.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { CleanList } from './clean-list.tsx'
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
        {({ more, bands }) => (
          <Desk editionId={editionId} items={waiting ?? []} more={more} bands={bands} decisions={decisions} />
        )}
      </Awaited>
    </EditionFrame>
  )
}

type DeskProps = {
  readonly editionId: string
  readonly items: readonly QueueItem[]
  readonly more: number
  readonly bands: ComponentProps<typeof CleanList>['bands']
  readonly decisions: ReturnType<typeof useDecisions>
}

function Desk({ editionId, items, more, bands, decisions }: DeskProps) {
  const t = useTexts(fieldworkTexts)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const [returning, setReturning] = useState(false)
  const shown = filterQueue(items, readFilter(search))
  const openId = search.contact ?? shown[0]?.contactId
  const { previous, next } = neighbours(shown, openId)
  const isList = search.view === 'clean'
  const item = items.find(({ contactId }) => contactId === openId)
  useReadAhead(editionId, shown, openId)

  const goTo = (contact: string | undefined): void => {
    const kept = Object.fromEntries(filterKeys.map((key) => [key, search[key]]))
    void navigate({ to: '.', search: { ...kept, contact } as never, replace: true, resetScroll: false })
  }
  const show = (view: string | undefined): void => {
    void navigate({ to: '.', search: { view } as never, replace: true, resetScroll: false })
  }
  const undo = (): void => {
    if (!decisions.last) return
    goTo(decisions.last.contactId)
    decisions.undo()
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
  const acts = (
    <KeyboardSheet
      keys={[
        { key: 'a', does: t('review.keyApprove'), act: approve },
        { key: 'r', does: t('review.keyReturn'), act: askToReturn },
        { key: 'u', does: t('review.keyUndo'), act: undo },
        { key: 'n', does: t('review.keyNext'), act: goNext },
        { key: 'j', does: t('review.keyNext'), act: goNext },
        { key: 'k', does: t('review.keyPrevious'), act: goBack },
        { key: 'l', does: t('review.keyList'), act: () => show('clean') },
      ]}
    />
  )
  const counts = <Counts items={items} decisions={decisions} isList={isList} onShow={show} />
  if (isList)
    return (
      <div className="lp-stack">
        {counts}
        <CleanList items={shown} bands={bands} onApprove={decisions.approveMany} />
      </div>
    )
  return (
    <>
      {counts}
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
            {decisions.last && (
              <Button variant="secondary" onClick={undo}>
                {t('review.undo', { number: decisions.last.number })}
              </Button>
            )}
            {acts}
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
    </>
  )
}

type CountsProps = Pick<DeskProps, 'items' | 'decisions'> & {
  readonly isList: boolean
  readonly onShow: (view: string | undefined) => void
}

/** How much is left and how it goes, and the two ways of working. */
function Counts({ items, decisions, isList, onShow }: CountsProps) {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  const noticed = items.filter(({ findings }) => findings.length > 0).length
  const { decidedNow, secondsEach } = decisions
  const words = [
    t('review.left', { count: items.length }),
    t('review.withFindings', { noticed }),
    ...(decidedNow > 0 ? [t('review.decidedNow', { count: decidedNow })] : []),
    ...(secondsEach === undefined ? [] : [t('review.pace', { seconds: format.number(secondsEach) })]),
  ]
  return (
    <div className="lp-row lp-desk__counts lp-no-print">
      <p className="lp-number">{words.join(' · ')}</p>
      <ToggleGroup
        data-size="sm"
        data-toggle-group={t('review.list')}
        value={isList ? 'clean' : 'one'}
        onChange={(value) => onShow(value === 'clean' ? 'clean' : undefined)}
      >
        <ToggleGroup.Item value="one">{t('review.oneByOne')}</ToggleGroup.Item>
        <ToggleGroup.Item value="clean">
          {t('review.clean', { count: items.length - noticed })}
        </ToggleGroup.Item>
      </ToggleGroup>
    </div>
  )
}

const readAhead = 4

/**
 * The next few are fetched while this one is read, so that a decision shows the next one at once; not before this one
 * is there, so that nobody waits for what is not looked at yet.
 */
function useReadAhead(editionId: string, shown: readonly QueueItem[], openId: string | undefined): void {
  const queries = useQueryClient()
  const at = shown.findIndex(({ contactId }) => contactId === openId)
  const ahead = shown.slice(at + 1, at + 1 + readAhead).map(({ contactId }) => contactId)
  const isThere = useQuery({ ...oneReview(editionId, openId ?? ''), enabled: false }).isSuccess
  const wanted = isThere ? ahead.join(' ') : ''
  useEffect(() => {
    for (const contactId of wanted.split(' ').filter(Boolean))
      void queries.prefetchQuery({ ...oneReview(editionId, contactId), staleTime: 60_000 })
  }, [queries, editionId, wanted])
}

const oneReview = (editionId: string, contactId: string) =>
  api.fieldwork.review.get.queryOptions({ input: { editionId, contactId } })
