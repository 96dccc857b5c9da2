/** The list of topics to the left, the one that is open to the right, and a key for every step. */
import { Button, Search as SearchField } from '@digdir/designsystemet-react'
import { useRef, useState } from 'react'
import type { TopicLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { KeyboardSheet } from '../../design/keys.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { arrangeTopics, type TopicRow } from './arrange-topics.ts'
import { ChooseTopic } from './choose-topic.tsx'
import type { CurateState } from './curate-views.ts'
import { NameDialog } from './name-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { TopicCard } from './topic-card.tsx'
import { TopicRows } from './topic-rows.tsx'
import type { Steps } from './use-topics.ts'

type DeskProps = { readonly list: TopicList; readonly steps: Steps; readonly state: CurateState }
type Asking = 'merge' | 'move' | 'rename' | 'split' | 'create'

export function TopicDesk({ list, steps, state }: DeskProps) {
  const t = useTexts(curateTexts)
  const toast = useToast()
  const search = useRef<HTMLInputElement>(null)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<Asking>()
  const rows = arrangeTopics(list.items, state.q)
  const open = useOpenTopic(rows, state)
  const chosen =
    marked.size > 0 ? list.items.filter(({ topicId }) => marked.has(topicId)) : open ? [open] : []
  const ids = chosen.map(({ topicId }) => topicId)

  const goBy = (steps: number): void => {
    const at = rows.findIndex(({ line }) => line === open)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + steps))]
    if (next) state.go({ topic: next.line.topicId })
  }
  const mark = (line: TopicLine | undefined): void => {
    if (!line) return
    setMarked((before) =>
      before.has(line.topicId) ? without(before, line.topicId) : new Set(before).add(line.topicId),
    )
  }
  const mergeInto = async (into: string): Promise<void> => {
    const from = ids.filter((id) => id !== into)
    if (from.length === 0) return
    setMarked(new Set())
    state.go({ topic: into })
    if (await steps.decide({ kind: 'merge', topicIds: from, into }))
      toast({ text: t('did.merge', { count: from.length, name: nameOf(list, into) }) })
  }
  const merge = (): void => {
    if (open && marked.size > 0 && ids.some((id) => id !== open.topicId)) void mergeInto(open.topicId)
    else if (open) setAsking('merge')
  }
  const setState = async (kind: 'confirm' | 'park' | 'open'): Promise<void> => {
    if (ids.length === 0) return
    if (marked.size === 0) goBy(1)
    setMarked(new Set())
    if (await steps.decide({ kind, topicIds: ids })) toast({ text: t(`did.${kind}`, { count: ids.length }) })
  }
  const parkOrOpen = (): void =>
    void setState(chosen.every((line) => line.state === 'parked') ? 'open' : 'park')
  const ask = (what: Asking) => () => open && setAsking(what)

  return (
    <div
      className={`lp-curate${state.topic === undefined ? '' : ' lp-curate--open'}${marked.size > 0 ? ' lp-curate--marked' : ''}`}
    >
      <section className="lp-curate__list" aria-labelledby="curate-list">
        <h2 id="curate-list" className="lp-visually-hidden">
          {t('view.topics')}
        </h2>
        <div className="lp-curate__tools lp-no-print">
          <SearchField>
            <SearchField.Input
              ref={search}
              aria-label={t('search')}
              placeholder={t('search')}
              value={state.q}
              onChange={(event) => state.go({ q: event.target.value, topic: undefined })}
            />
            <SearchField.Clear onClick={() => state.go({ q: '' })} />
          </SearchField>
          <Button variant="secondary" data-size="sm" onClick={() => setAsking('create')}>
            {t('step.create')}
          </Button>
        </div>
        <TopicRows
          rows={rows}
          openId={open?.topicId}
          marked={marked}
          total={list.contacts}
          onOpen={(topicId) => state.go({ topic: topicId })}
          onMark={mark}
        />
      </section>
      <div className="lp-curate__open">
        <div className="lp-desk__back lp-no-print">
          <Button variant="tertiary" data-size="sm" onClick={() => state.go({ topic: undefined })}>
            {t('back')}
          </Button>
        </div>
        {open && (
          <TopicCard
            key={open.topicId}
            line={open}
            list={list}
            steps={steps}
            onOpen={(topicId) => state.go({ topic: topicId })}
          />
        )}
        <div className="lp-curate__acts lp-no-print">
          {marked.size > 0 && (
            <span className="lp-curate__marked lp-small">
              {t('marked', { count: marked.size })}{' '}
              <Button variant="tertiary" data-size="sm" onClick={() => setMarked(new Set())}>
                {t('unmark')}
              </Button>
            </span>
          )}
          <Button data-size="sm" disabled={!open} onClick={() => void setState('confirm')}>
            {t('step.confirm')}
          </Button>
          <Button data-size="sm" variant="secondary" disabled={!open} onClick={merge}>
            {t('step.merge')}
          </Button>
          <Button data-size="sm" variant="secondary" disabled={!open} onClick={ask('split')}>
            {t('step.split')}
          </Button>
          <Button data-size="sm" variant="secondary" disabled={!open} onClick={ask('rename')}>
            {t('step.rename')}
          </Button>
          <Button data-size="sm" variant="secondary" disabled={!open} onClick={ask('move')}>
            {t('step.move')}
          </Button>
          <Button data-size="sm" variant="tertiary" disabled={!open} onClick={parkOrOpen}>
            {chosen.length > 0 && chosen.every((line) => line.state === 'parked')
              ? t('step.open')
              : t('step.park')}
          </Button>
          <KeyboardSheet
            keys={[
              { key: 'j', does: t('key.next'), act: () => goBy(1) },
              { key: 'ArrowDown', does: t('key.next'), act: () => goBy(1) },
              { key: 'k', does: t('key.previous'), act: () => goBy(-1) },
              { key: 'ArrowUp', does: t('key.previous'), act: () => goBy(-1) },
              { key: 'x', does: t('key.mark'), act: () => mark(open) },
              { key: 'b', does: t('step.confirm'), act: () => void setState('confirm') },
              { key: 'm', does: t('key.merge'), act: merge },
              { key: 'd', does: t('step.split'), act: ask('split') },
              { key: 'r', does: t('step.rename'), act: ask('rename') },
              { key: 'f', does: t('step.move'), act: ask('move') },
              { key: 'p', does: t('key.park'), act: parkOrOpen },
              { key: 'n', does: t('step.create'), act: () => setAsking('create') },
              { key: 'u', does: t('undo'), act: () => void steps.undo() },
              { key: 's', does: t('view.suggestions'), act: () => state.go({ view: 'suggestions' }) },
              { key: 't', does: t('view.tray'), act: () => state.go({ view: 'tray' }) },
              { key: '/', does: t('search'), act: () => search.current?.focus() },
            ]}
          />
        </div>
      </div>
      <ChooseTopic
        open={asking === 'merge'}
        title={t('merge.title', { name: open?.name ?? '' })}
        topics={list.items.filter(({ topicId }) => !ids.includes(topicId))}
        onChoose={(topicId) => void mergeInto(topicId)}
        onClose={() => setAsking(undefined)}
      />
      <ChooseTopic
        open={asking === 'move'}
        title={t('move.title', { count: ids.length })}
        topics={list.items.filter(({ topicId, parentId }) => parentId === null && !ids.includes(topicId))}
        none={t('move.top')}
        onChoose={(parentId) => void steps.decide({ kind: 'move', topicIds: ids, parentId })}
        onNone={() => void steps.decide({ kind: 'move', topicIds: ids, parentId: null })}
        onClose={() => setAsking(undefined)}
      />
      <NameDialog
        open={asking === 'rename'}
        title={t('rename.title')}
        name={open?.name ?? ''}
        onName={(name) => open && void steps.decide({ kind: 'rename', topicId: open.topicId, name })}
        onClose={() => setAsking(undefined)}
      />
      <NameDialog
        open={asking === 'create'}
        title={t('create.title')}
        name=""
        onName={async (name) => {
          const made = await steps.decide({ kind: 'create', name, parentId: null })
          if (made?.made) state.go({ topic: made.made, q: '' })
        }}
        onClose={() => setAsking(undefined)}
      />
      {open && (
        <SplitDialog
          open={asking === 'split'}
          topic={open}
          steps={steps}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}

/** The one that is asked for; else the first of a search, which stays open when a step makes another one the first. */
function useOpenTopic(rows: readonly TopicRow[], { topic, q }: CurateState): TopicLine | undefined {
  const [kept, setKept] = useState<{ readonly q: string; readonly topicId: string }>()
  const lineOf = (wanted: string | undefined) => rows.find(({ line }) => line.topicId === wanted)?.line
  const stayed = kept?.q === q ? lineOf(kept.topicId) : undefined
  const open = lineOf(topic) ?? stayed ?? rows.find(({ below }) => below === 0)?.line
  if (open && (kept?.topicId !== open.topicId || kept.q !== q)) setKept({ q, topicId: open.topicId })
  return open
}

function without<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  return new Set([...set].filter((each) => each !== item))
}

function nameOf(list: TopicList, topicId: string): string {
  return list.items.find((line) => line.topicId === topicId)?.name ?? ''
}
