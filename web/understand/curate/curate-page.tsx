/** Which groups are right? Topics with their texts, suggestions, the tray, codes and what has been decided. */
import { Button, ToggleGroup } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import type { TopicList } from '../../../src/understand/topics/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { Codes } from './codes.tsx'
import { type CurateView, curateViews, useCurateState } from './curate-views.ts'
import { FitCard, FitProgress } from './fit-card.tsx'
import { History } from './history.tsx'
import { Suggestions } from './suggestions.tsx'
import { TopicDesk } from './topic-desk.tsx'
import { Tray } from './tray.tsx'
import { isWorking, useSteps, useTopics } from './use-topics.ts'
import './curate.css'

export function CuratePage() {
  const t = useTexts(curateTexts)
  const topics = useTopics()
  const list = topics.data
  return (
    <UnderstandFrame
      part="curate"
      title={useTitle(list)}
      subtitle={<Subtitle list={list} />}
      width="wide"
      {...(list && list.texts > 0 ? { actions: <FitCard list={list} /> } : {})}
    >
      <FitProgress list={list} />
      <Awaited query={topics} lines={10}>
        {(loaded) => (loaded.items.length === 0 ? <Nothing list={loaded} /> : <Views list={loaded} />)}
      </Awaited>
      <p className="lp-visually-hidden" role="status">
        {isWorking(list) ? t('fit.running') : ''}
      </p>
    </UnderstandFrame>
  )
}

function useTitle(list: TopicList | undefined): string {
  const t = useTexts(curateTexts)
  const format = useFormats()
  if (list === undefined) return t('title.loading')
  if (list.items.length === 0) return t('title.nothing')
  if (list.unsure > 0) return t('title.waiting', { count: list.unsure, texts: format.number(list.unsure) })
  const open = list.items.filter(({ state }) => state === 'proposed').length
  return open > 0 ? t('title.open', { count: open }) : t('title.done', { count: list.items.length })
}

function Subtitle({ list }: { readonly list: TopicList | undefined }) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  if (list === undefined || list.items.length === 0) return null
  const confirmed = list.items.filter(({ state }) => state === 'confirmed').length
  return t('subtitle', {
    topics: list.items.length,
    confirmed: format.number(confirmed),
    texts: list.texts,
    contacts: Math.round(list.contacts),
  })
}

/** Without texts: where to get them. With texts: the first grouping, one click away. */
function Nothing({ list }: { readonly list: TopicList }) {
  const t = useTexts(curateTexts)
  if (isWorking(list)) return null
  if (list.texts === 0)
    return (
      <EmptyState
        title={t('empty.noTexts')}
        actions={<LinkButton to="/understand/intake">{t('empty.toIntake')}</LinkButton>}
      >
        {t('empty.noTextsText')}
      </EmptyState>
    )
  return (
    <EmptyState title={t('empty.noTopics')} actions={<FitCard list={list} />}>
      {t('empty.noTopicsText')}
    </EmptyState>
  )
}

function Views({ list }: { readonly list: TopicList }) {
  const t = useTexts(curateTexts)
  const format = useFormats()
  const state = useCurateState()
  const steps = useSteps()
  const suggestions = useQuery(api.topics.suggestions.queryOptions()).data?.items.length
  const counts: Readonly<Partial<Record<CurateView, number | undefined>>> = {
    topics: list.items.length,
    tray: list.unsure,
    suggestions,
  }
  return (
    <>
      <div className="lp-row lp-curate__views lp-no-print">
        <ToggleGroup
          data-size="sm"
          value={state.view}
          onChange={(view: string) => state.go({ view: view as CurateView })}
          data-toggle-group={t('view.label')}
        >
          {curateViews.map((view) => (
            <ToggleGroup.Item key={view} value={view}>
              {t(`view.${view}`)}
              {counts[view] !== undefined && (
                <span className="lp-number"> {format.number(counts[view])}</span>
              )}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
        <Button variant="tertiary" data-size="sm" disabled={!list.undo} onClick={() => void steps.undo()}>
          {t('undo')}
        </Button>
      </div>
      {state.view === 'topics' && <TopicDesk list={list} steps={steps} state={state} />}
      {state.view === 'suggestions' && <Suggestions list={list} steps={steps} />}
      {state.view === 'tray' && <Tray list={list} steps={steps} />}
      {state.view === 'codes' && <Codes list={list} />}
      {state.view === 'history' && <History />}
    </>
  )
}
