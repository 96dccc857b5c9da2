/** The tray: one unsure text at a time with its three nearest topics on the keys 1, 2 and 3. */
import { Button } from '@digdir/designsystemet-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TextLine, TopicList } from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { KeyboardSheet } from '../../design/keys.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ChooseTopic } from './choose-topic.tsx'
import { useCurateState } from './curate-views.ts'
import { Facts } from './text-row.tsx'
import type { Steps } from './use-topics.ts'

type TrayProps = { readonly list: TopicList; readonly steps: Steps }

const readAtATime = 100

export function Tray({ list, steps }: TrayProps) {
  const t = useTexts(curateTexts)
  const query = useQuery(api.topics.tray.queryOptions({ input: { limit: readAtATime } }))
  return (
    <Awaited query={query} lines={6}>
      {({ items }) => <Desk items={items} list={list} steps={steps} emptyTitle={t('tray.none')} />}
    </Awaited>
  )
}

type DeskProps = TrayProps & { readonly items: readonly TextLine[]; readonly emptyTitle: string }

/**
 * Placed ones leave at once and are stored meanwhile; skipped ones come last. When what was read is used up, the
 * next are read: by then the topics have learned from what was placed.
 */
function Desk({ items, list, steps, emptyTitle }: DeskProps) {
  const t = useTexts(curateTexts)
  const queries = useQueryClient()
  const state = useCurateState()
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const [skipped, setSkipped] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const waiting = inTurn(items, done, skipped)
  const [text, ...later] = waiting
  const readMore = (): void => {
    if (later.length > 0 || list.unsure <= 1) return
    setDone(new Set())
    setSkipped([])
    void queries.invalidateQueries({ queryKey: api.topics.tray.key() })
  }
  const place = async (topicIds: string[]): Promise<void> => {
    if (!text) return
    setDone((before) => new Set(before).add(text.textKey))
    const result = await steps.decide({ kind: 'place', textKeys: [text.textKey], topicIds })
    if (result) readMore()
    else setDone((before) => new Set([...before].filter((key) => key !== text.textKey)))
  }
  const placeNew = async (name: string): Promise<void> => {
    const made = await steps.decide({ kind: 'create', name, parentId: null })
    if (made?.made) await place([made.made])
  }
  const skip = (): void => {
    if (text) setSkipped((before) => [...before.filter((key) => key !== text.textKey), text.textKey])
  }
  const undo = async (): Promise<void> => {
    await steps.undo()
    setDone(new Set())
  }
  if (!text) return <EmptyState title={emptyTitle}>{t('tray.noneText')}</EmptyState>
  const near = nearestOf(text, list)
  return (
    <div className="lp-tray">
      <article className="lp-card" aria-labelledby="tray-text">
        <p className="lp-small lp-quiet lp-number">{t('tray.left', { count: list.unsure })}</p>
        <h2 id="tray-text" className="lp-tray__text">
          {text.text}
        </h2>
        <p className="lp-small lp-quiet">
          <Facts text={text} />
        </p>
        <ol className="lp-plain-list lp-tray__near">
          {near.map(({ topicId, name, example, certainty }, index) => (
            <li key={topicId}>
              <NearButton
                digit={index + 1}
                name={name}
                example={example}
                certainty={certainty}
                onChoose={() => void place([topicId])}
              />
            </li>
          ))}
        </ol>
        <div className="lp-row lp-no-print">
          <Button data-size="sm" variant="secondary" onClick={() => setAsking(true)}>
            {t('tray.other')}
          </Button>
          {near.length > 1 && (
            <Button
              data-size="sm"
              variant="secondary"
              onClick={() => void place(near.slice(0, 2).map(({ topicId }) => topicId))}
            >
              {t('tray.both')}
            </Button>
          )}
          <Button data-size="sm" variant="tertiary" onClick={skip}>
            {t('tray.skip')}
          </Button>
          <KeyboardSheet
            keys={[
              ...near.map(({ topicId, name }, index) => ({
                key: String(index + 1),
                does: name,
                act: () => void place([topicId]),
              })),
              { key: 'o', does: t('tray.other'), act: () => setAsking(true) },
              {
                key: 'b',
                does: t('tray.both'),
                act: () => void place(near.slice(0, 2).map((each) => each.topicId)),
              },
              { key: 'h', does: t('tray.skip'), act: skip },
              { key: 'u', does: t('undo'), act: () => void undo() },
              { key: 'l', does: t('view.topics'), act: () => state.go({ view: 'topics' }) },
              { key: 's', does: t('view.suggestions'), act: () => state.go({ view: 'suggestions' }) },
            ]}
          />
        </div>
      </article>
      <ChooseTopic
        open={asking}
        title={t('tray.otherTitle')}
        topics={list.items}
        onChoose={(topicId) => void place([topicId])}
        onMake={(name) => void placeNew(name)}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}

function inTurn(
  items: readonly TextLine[],
  done: ReadonlySet<string>,
  skipped: readonly string[],
): readonly TextLine[] {
  const open = items.filter(({ textKey }) => !done.has(textKey))
  const later = skipped.flatMap((key) => open.filter(({ textKey }) => textKey === key))
  return [...open.filter(({ textKey }) => !skipped.includes(textKey)), ...later]
}

/** The three nearest that are still there; the present topic first when nothing else is known. */
function nearestOf(text: TextLine, list: TopicList) {
  const known =
    text.nearest.length > 0
      ? text.nearest
      : text.topics.map(({ topicId }) => ({ topicId, certainty: text.certainty }))
  return known.slice(0, 3).flatMap(({ topicId, certainty }) => {
    const line = list.items.find((each) => each.topicId === topicId)
    return line ? [{ topicId, name: line.name, example: line.examples[0] ?? '', certainty }] : []
  })
}

type NearProps = {
  readonly digit: number
  readonly name: string
  readonly example: string
  readonly certainty: number
  readonly onChoose: () => void
}

function NearButton({ digit, name, example, certainty, onChoose }: NearProps) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  return (
    <button type="button" className="lp-near" onClick={onChoose}>
      <kbd>{digit}</kbd>
      <span className="lp-near__words">
        <strong>{name}</strong>
        <span className="lp-small lp-quiet">{example}</span>
      </span>
      <span className="lp-small lp-quiet lp-number">
        {t('text.certain', { percent: format.percent(certainty) })}
      </span>
    </button>
  )
}
