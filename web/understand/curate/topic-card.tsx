/** One topic: what is typical of it, what hardly belongs, what it may be one with, and each text to move. */
import { Button, ToggleGroup } from '@digdir/designsystemet-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type Decision,
  type TextLine,
  type TextOrder,
  type TopicLine,
  type TopicList,
  textOrders,
} from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ChooseTopic } from './choose-topic.tsx'
import type { LeavingPart } from './foresee.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import { TextRow } from './text-row.tsx'
import type { Steps } from './use-topics.ts'

type CardProps = { readonly line: TopicLine; readonly list: TopicList; readonly steps: Steps }

export function TopicCard({
  line,
  list,
  steps,
  onOpen,
}: CardProps & { readonly onOpen: (topicId: string) => void }) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  const parent = list.items.find(({ topicId }) => topicId === line.parentId)
  const below = list.items.filter(({ parentId }) => parentId === line.topicId)
  return (
    <article className="lp-card" aria-labelledby="curate-open">
      <div className="lp-card__head">
        <h2 id="curate-open">{line.unexplained ? t('unexplained') : line.name}</h2>
        <Status tone={line.state === 'confirmed' ? 'good' : 'neutral'}>{t(`state.${line.state}`)}</Status>
      </div>
      <p className="lp-quiet">
        {parent && `${t('below', { name: parent.name })} · `}
        <Link {...linkTo({ to: '/understand/intake/enquiries', search: { topic: line.topicId } })}>
          {t('card.contacts', { contacts: Math.round(line.contacts) })}
        </Link>
        {` · ${t('card.texts', { count: line.texts, texts: format.number(line.texts) })}`}
        {line.confirmed > 0 && ` · ${t('card.confirmed', { count: line.confirmed })}`}
        {line.unsure > 0 && ` · ${t('card.unsure', { count: line.unsure })}`}
      </p>
      <OwnSuggestions line={line} list={list} steps={steps} />
      {below.length > 0 && (
        <ul className="lp-plain-list lp-decisions">
          {below.map(({ topicId, name, contacts }) => (
            <li key={topicId}>
              <button type="button" className="lp-link-like" onClick={() => onOpen(topicId)}>
                {name}
              </button>{' '}
              <span className="lp-quiet lp-number">{format.number(Math.round(contacts))}</span>
            </li>
          ))}
        </ul>
      )}
      {line.texts > 0 && <TopicTexts line={line} list={list} steps={steps} />}
    </article>
  )
}

function OwnSuggestions({ line, list, steps }: CardProps) {
  const query = useQuery(api.topics.suggestions.queryOptions())
  const own = query.data?.items.filter(
    ({ topicId, otherId }) => topicId === line.topicId || otherId === line.topicId,
  )
  return own
    ?.slice(0, 2)
    .map((suggestion) => (
      <SuggestionCard
        key={suggestion.suggestionId}
        suggestion={suggestion}
        list={list}
        steps={steps}
        isSmall
      />
    ))
}

function TopicTexts({ line, list, steps }: CardProps) {
  const t = useTexts(curateTexts)
  const toast = useToast()
  const [order, setOrder] = useState<TextOrder>('typical')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [leaving, setLeaving] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const texts = useInfiniteQuery(
    api.topics.texts.infiniteOptions({
      input: (cursor: string | undefined) => ({
        topicId: line.topicId,
        order,
        limit: 20,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next,
      placeholderData: (before) => before,
    }),
  )
  /** Those that are chosen leave the list at once, unless they stay; refused, they are there again. */
  const decide = async (decisionOf: (textKeys: string[]) => Decision, said: (count: number) => string) => {
    const decision = decisionOf([...chosen])
    const isStaying = decision.kind === 'place' && decision.topicIds.includes(line.topicId)
    setChosen([])
    if (!isStaying) setLeaving((before) => [...before, ...chosen])
    if (await steps.decide(decision, { part: partOf(texts.data?.pages, chosen) }))
      toast({ text: said(chosen.length) })
    setLeaving((before) => before.filter((key) => !chosen.includes(key)))
  }
  const place = (topicIds: string[]) =>
    decide(
      (textKeys) => ({ kind: 'place', textKeys, topicIds }),
      (count) => t('did.place', { count }),
    )
  const refuse = () =>
    decide(
      (textKeys) => ({ kind: 'refuse', textKeys, topicId: line.topicId }),
      (count) => t('did.refuse', { count }),
    )
  const makeOf = (name: string) =>
    decide(
      (textKeys) => ({ kind: 'split', topicId: line.topicId, textKeys, name }),
      () => t('did.split', { name }),
    )
  return (
    <section aria-label={t('card.list')}>
      <div className="lp-row lp-curate__orders lp-no-print">
        <ToggleGroup
          data-size="sm"
          value={order}
          onChange={(value: string) => setOrder(value as TextOrder)}
          data-toggle-group={t('order.label')}
        >
          {textOrders.map((each) => (
            <ToggleGroup.Item key={each} value={each}>
              {t(`order.${each}`)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
        {chosen.length > 0 && (
          <div className="lp-row">
            <Button data-size="sm" onClick={() => setAsking(true)}>
              {t('card.move', { count: chosen.length })}
            </Button>
            <Button data-size="sm" variant="tertiary" onClick={() => void refuse()}>
              {t('card.refuse')}
            </Button>
            <Button data-size="sm" variant="tertiary" onClick={() => void place([line.topicId])}>
              {t('card.right')}
            </Button>
          </div>
        )}
      </div>
      <Awaited query={texts} lines={5}>
        {({ pages }) => (
          <ul className="lp-plain-list lp-texts">
            {pages
              .flatMap(({ items }) => items)
              .filter(({ textKey }) => !leaving.includes(textKey))
              .map((text) => (
                <TextRow
                  key={text.textKey}
                  text={text}
                  list={list}
                  isChosen={chosen.includes(text.textKey)}
                  onChoose={(yes) =>
                    setChosen((before) =>
                      yes ? [...before, text.textKey] : before.filter((key) => key !== text.textKey),
                    )
                  }
                />
              ))}
          </ul>
        )}
      </Awaited>
      {texts.hasNextPage && (
        <Button variant="tertiary" data-size="sm" onClick={() => void texts.fetchNextPage()}>
          {t('card.more')}
        </Button>
      )}
      <ChooseTopic
        open={asking}
        title={t('card.moveTitle', { count: chosen.length })}
        topics={list.items.filter(({ topicId }) => topicId !== line.topicId)}
        onChoose={(topicId) => void place([topicId])}
        onMake={(name) => void makeOf(name)}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}

function partOf(
  pages: readonly { readonly items: readonly TextLine[] }[] | undefined,
  chosen: readonly string[],
): LeavingPart {
  const leaving = (pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ textKey }) => chosen.includes(textKey))
  return {
    contacts: leaving.reduce((sum, { contacts }) => sum + contacts, 0),
    examples: leaving.slice(0, 3).map(({ text }) => text),
  }
}
