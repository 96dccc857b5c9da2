/** The answer, in two keystrokes: it stands there while one types, and Enter copies it for the channel. */
import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AnswerInReview, FoundAnswer, ReadAnswer } from '../../../../src/understand/answers/contract.ts'
import { type AnswerChannel, answerChannels } from '../../../../src/understand/answers/rules/answer-words.ts'
import { api } from '../../../api.ts'
import { linkTo } from '../../../design/path-target.ts'
import { EmptyState, ErrorState } from '../../../design/states.tsx'
import { useToast } from '../../../design/toast.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { UnderstandFrame } from '../../understand-frame.tsx'
import '../answers.css'
import './find.css'
import { AnswerToGive } from './answer-to-give.tsx'
import { chooseText } from './choose-text.ts'
import { useFind } from './use-find.ts'

const remembered = 'lyttepost-find-channel'

export function FindPage() {
  const t = useTexts(answerTexts)
  const toast = useToast()
  const find = useFind()
  const [channel, setChannel] = useState<AnswerChannel | undefined>(rememberedChannel)
  const given = useQuery({
    ...api.answers.find.read.queryOptions({ input: { answerId: find.selected ?? '' } }),
    enabled: find.selected !== undefined,
    staleTime: 60_000,
  })
  const answer = find.selected === undefined ? undefined : (given.data as ReadAnswer | undefined)
  const channelName = channel && t(`channel.${channel}`)
  const remember = (value: string) => {
    const next = answerChannels.find((each) => each === value)
    window.localStorage.setItem(remembered, next ?? '')
    setChannel(next)
  }
  const copy = async () => {
    if (!answer) return
    await navigator.clipboard.writeText(chooseText(answer, channel).text.plain)
    find.count.used(answer.answerId, 'copied')
    toast({
      text:
        channelName === undefined ? t('findPage.copiedCore') : t('findPage.copied', { channel: channelName }),
    })
  }
  const link = async () => {
    if (!answer) return
    await navigator.clipboard.writeText(`${window.location.origin}/understand/find?answer=${answer.answerId}`)
    find.count.used(answer.answerId, 'linked')
    toast({ text: t('findPage.linked') })
  }
  return (
    <UnderstandFrame part="find" title={t('findPage.title')} width="wide">
      <div className="lp-find__ask lp-no-print">
        <SearchField find={find} onEnter={() => void copy()} />
        <Field>
          <Label>{t('findPage.channel')}</Label>
          <Select value={channel ?? ''} onChange={(event) => remember(event.target.value)}>
            <Select.Option value="">{t('findPage.core')}</Select.Option>
            {answerChannels.map((each) => (
              <Select.Option key={each} value={each}>
                {t(`channel.${each}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <p className="lp-visually-hidden" role="status">
        {find.isEmpty
          ? t('findPage.none', { q: find.asked })
          : find.hits.length > 0
            ? t('findPage.results', { count: find.hits.length })
            : ''}
      </p>
      {find.error ? <ErrorState error={find.error} /> : null}
      {find.isEmpty && (
        <EmptyState title={t('findPage.none', { q: find.asked })}>{t('findPage.noneText')}</EmptyState>
      )}
      {find.inReview.length > 0 && <InReview answers={find.inReview} />}
      {find.asked === '' && answer === undefined && <p className="lp-quiet">{t('findPage.start')}</p>}
      <div className="lp-find">
        {find.hits.length > 0 && <Hits find={find} />}
        {given.error && find.selected !== undefined ? <ErrorState error={given.error} /> : null}
        {answer && (
          <AnswerToGive
            key={answer.answerId}
            answer={answer}
            channel={channel}
            actions={
              <>
                <Button onClick={() => void copy()}>
                  {channelName === undefined
                    ? t('findPage.copyCore')
                    : t('findPage.copy', { channel: channelName })}
                </Button>
                <Button variant="secondary" onClick={() => void link()}>
                  {t('findPage.link')}
                </Button>
              </>
            }
          />
        )}
      </div>
    </UnderstandFrame>
  )
}

function rememberedChannel(): AnswerChannel | undefined {
  return answerChannels.find((each) => each === window.localStorage.getItem(remembered))
}

/** Somebody has written it already: worth knowing before one writes it oneself, or says that nobody knows. */
function InReview({ answers }: { readonly answers: readonly AnswerInReview[] }) {
  const t = useTexts(answerTexts)
  return (
    <section className="lp-small" aria-label={t('findPage.inReview')}>
      <strong>{t('findPage.inReview')}:</strong>{' '}
      {answers.map(({ answerId, title }, at) => (
        <span key={answerId}>
          {at > 0 && ', '}
          <Link {...linkTo({ to: '/understand/answers/$answerId', params: { answerId } })}>{title}</Link>
        </span>
      ))}
      . <span className="lp-quiet">{t('findPage.inReviewText')}</span>
    </section>
  )
}

type Find = ReturnType<typeof useFind>

function SearchField({ find, onEnter }: { readonly find: Find; readonly onEnter: () => void }) {
  const t = useTexts(answerTexts)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') find.step(1)
    else if (event.key === 'ArrowUp') find.step(-1)
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape') find.type('')
    else return
    event.preventDefault()
  }
  const isOpen = find.hits.length > 0
  return (
    <Field>
      <Label htmlFor="find">{t('findPage.label')}</Label>
      <input
        ref={field}
        id="find"
        className="ds-input"
        type="search"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls="find-hits"
        aria-autocomplete="list"
        aria-describedby="find-hint"
        {...(isOpen && find.selected !== undefined && { 'aria-activedescendant': `hit-${find.selected}` })}
        value={find.query}
        onChange={(event) => find.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span id="find-hint" className="lp-small lp-quiet">
        {t('findPage.hint')}
      </span>
    </Field>
  )
}

function Hits({ find }: { readonly find: Find }) {
  const t = useTexts(answerTexts)
  return (
    <div
      id="find-hits"
      className="lp-find__hits"
      role="listbox"
      aria-label={t('findPage.results', { count: find.hits.length })}
    >
      {find.hits.map((hit) => (
        <Hit
          key={hit.answerId}
          hit={hit}
          isSelected={hit.answerId === find.selected}
          onChoose={() => find.choose(hit.answerId)}
        />
      ))}
    </div>
  )
}

type HitProps = { readonly hit: FoundAnswer; readonly isSelected: boolean; readonly onChoose: () => void }

function Hit({ hit: { answerId, title, topic, excerpt, language }, isSelected, onChoose }: HitProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which holds the focus (WAI-ARIA combobox)
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <div
      ref={line}
      id={`hit-${answerId}`}
      role="option"
      aria-selected={isSelected}
      lang={language}
      onClick={onChoose}
    >
      <strong>{title}</strong>
      {topic !== null && topic !== title && <span className="lp-small lp-quiet">{topic}</span>}
      <span className="lp-small lp-find__excerpt">{excerpt}</span>
    </div>
  )
}
