import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type MouseEvent, memo, useCallback, useEffect, useRef } from 'react'
import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import { findingKinds, severityOf } from '../../../src/measure/fieldwork/rules/finding-kinds.ts'
import { Icon } from '../../design/icon.tsx'
import { Status } from '../../design/status.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { type Search, writeSearch } from '../../search.ts'
import { filterKeys, readFilter } from './queue-filter.ts'

type QueueProps = {
  readonly items: readonly QueueItem[]
  readonly shown: readonly QueueItem[]
  readonly more: number
  readonly openId: string | undefined
}

/** The queue: what waits, with the number of findings, and filters that live in the address. */
export function Queue({ items, shown, more, openId }: QueueProps) {
  const t = useTexts(fieldworkTexts)
  const navigate = useNavigate()
  const filter = readFilter(useSearch({ strict: false }) as Search)
  const open = useCallback(
    (contact: string) => {
      const search = ((before: Search) => ({ ...before, contact })) as never
      void navigate({ to: '.', search, replace: true, resetScroll: false })
    },
    [navigate],
  )
  return (
    <section className="lp-queue lp-no-print" aria-labelledby="queue-title">
      <h2 id="queue-title">
        {t('review.list')} <span className="lp-quiet lp-number">{shown.length}</span>
      </h2>
      <QueueFilters items={items} />
      {shown.length === 0 && <p className="lp-quiet">{t('review.noMatch')}</p>}
      <ol className="lp-plain-list lp-queue__list">
        {shown.map((item) => (
          <QueueRow
            key={item.contactId}
            item={item}
            isOpen={item.contactId === openId}
            href={writeSearch({ ...filter, contact: item.contactId })}
            onOpen={open}
          />
        ))}
      </ol>
      {more > 0 && <p className="lp-small lp-quiet">{t('review.more', { count: more })}</p>}
    </section>
  )
}

type RowProps = {
  readonly item: QueueItem
  readonly isOpen: boolean
  readonly href: string
  readonly onOpen: (contactId: string) => void
}

/**
 * A row is drawn again only when it changes: a decision moves two of them, and a queue of a hundred of the router's
 * links, each of which reads the whole address on every step, took longer to draw than the submission.
 */
const QueueRow = memo(function QueueRow({ item, isOpen, href, onOpen }: RowProps) {
  const t = useTexts(fieldworkTexts)
  const channel = useTexts(channelTexts)
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isOpen) link.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const opened = (event: MouseEvent): void => {
    // Another tab or window is the browser's to open.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen(item.contactId)
  }
  return (
    <li className="lp-queue__row">
      <a
        ref={link}
        href={href}
        onClick={opened}
        className={`lp-queue__item${isOpen ? ' lp-queue__item--open' : ''}`}
        {...(isOpen ? { 'aria-current': 'true' } : {})}
      >
        <Icon name={item.channel} />
        <span className="lp-queue__words">
          <strong>{item.participant}</strong>
          <span className="lp-small lp-quiet">
            {t('review.number', { number: item.number })} · {channel(item.channel)} · {item.observer}
          </span>
        </span>
        {item.findings.length > 0 && (
          <Status tone={item.findings.some((kind) => severityOf[kind] === 'serious') ? 'bad' : 'warning'}>
            {t('review.findings', { count: item.findings.length })}
          </Status>
        )}
      </a>
    </li>
  )
})

function QueueFilters({ items }: { readonly items: readonly QueueItem[] }) {
  const t = useTexts(fieldworkTexts)
  const channel = useTexts(channelTexts)
  const present = new Set(items.flatMap(({ findings }) => findings))
  const offered = {
    channel: choices(items.map((item) => [item.channel, channel(item.channel)])),
    participant: choices(items.map((item) => [item.participantId, item.participant])),
    observer: choices(items.map((item) => [item.observerId, item.observer])),
    finding: [
      ['any', t('review.anyFinding')] as const,
      ...findingKinds
        .filter((kind) => present.has(kind))
        .map((kind) => [kind, t(`finding.${kind}`)] as const),
    ],
  }
  return (
    <div className="lp-queue__filters">
      {filterKeys.map((key) => (
        <QueueFilterField key={key} name={key} label={t(`review.${key}`)} options={offered[key]} />
      ))}
    </div>
  )
}

type Option = readonly [value: string, label: string]

const collator = new Intl.Collator('nb')

function choices(pairs: readonly Option[]): readonly Option[] {
  return [...new Map(pairs)].sort(([, one], [, other]) => collator.compare(one, other))
}

type FieldProps = { readonly name: string; readonly label: string; readonly options: readonly Option[] }

function QueueFilterField({ name, label, options }: FieldProps) {
  const t = useTexts(fieldworkTexts)
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const choose = (value: string): void => {
    const next = ({ contact: _contact, ...before }: Search) => ({ ...before, [name]: value || undefined })
    void navigate({ to: '.', search: next as never, replace: true, resetScroll: false })
  }
  return (
    <Field data-size="sm">
      <Label>{label}</Label>
      <Select value={search[name] ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('review.all')}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  )
}
