/** The filters of the list, all kept in the address. */
import { Button, Select, Textfield } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import type { EnquiryFilter, EnquiryLine } from '../../../src/understand/intake/contract.ts'
import { enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import { api } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Choice } from './options.tsx'
import { useOutcome } from './words.ts'

type Change = (changed: Readonly<Record<string, string | undefined>>) => void
type Props = {
  readonly filter: EnquiryFilter
  /** The first enquiry that was found: it knows the names of a topic. */
  readonly first: EnquiryLine | undefined
  readonly onChange: Change
}

export function EnquiryFilters({ filter, first, onChange }: Props) {
  const t = useTexts(intakeTexts)
  const u = useTexts(understandTexts)
  const summary = useQuery(api.intake.summary.queryOptions())
  const id = useId()
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    onChange({ q: q === '' ? undefined : q })
  }
  return (
    <div className="lp-card">
      <form className="lp-row lp-intake-find" onSubmit={search}>
        <Textfield
          key={filter.q ?? ''}
          id={`${id}-q`}
          name="q"
          type="search"
          label={t('list.q')}
          defaultValue={filter.q ?? ''}
          maxLength={200}
        />
        <Button type="submit" variant="secondary">
          {t('list.search')}
        </Button>
      </form>
      <div className="lp-mapping">
        <Choice
          label={t('source')}
          value={filter.source ?? ''}
          onValue={(value) => onChange({ source: value || undefined })}
        >
          <Select.Option value="">{t('list.all')}</Select.Option>
          {summary.data?.sources.map(({ sourceId, name }) => (
            <Select.Option key={sourceId} value={sourceId}>
              {name}
            </Select.Option>
          ))}
        </Choice>
        <Choice
          label={t('channel')}
          value={filter.channel ?? ''}
          onValue={(value) => onChange({ channel: value || undefined })}
        >
          <Select.Option value="">{t('list.all')}</Select.Option>
          {enquiryChannels.map((channel) => (
            <Select.Option key={channel} value={channel}>
              {u(`channel.${channel}`)}
            </Select.Option>
          ))}
        </Choice>
        {(['from', 'to'] as const).map((end) => (
          <Textfield
            key={`${end} ${filter[end] ?? ''}`}
            data-size="sm"
            type="date"
            label={t(end === 'from' ? 'list.from_' : 'list.to')}
            defaultValue={filter[end] ?? ''}
            onChange={({ target }) => onChange({ [end]: target.value || undefined })}
          />
        ))}
      </div>
      <Given filter={filter} first={first} onChange={onChange} />
    </div>
  )
}

const otherFilters = ['topic', 'code', 'customer', 'outcome', 'batch'] as const

/** Filters that a link brought, each with a way to take it away. */
function Given({ filter, first, onChange }: Props) {
  const t = useTexts(intakeTexts)
  const outcome = useOutcome()
  const given = otherFilters.filter((key) => filter[key] !== undefined)
  if (given.length === 0) return null
  const named = (key: (typeof otherFilters)[number]): string => {
    if (key === 'code') return `${t('list.code')}: ${filter.code}`
    if (key === 'outcome') return `${t('list.outcome')}: ${outcome(filter.outcome ?? '')}`
    const topic = first?.topics.find(({ topicId }) => topicId === filter.topic)
    return key === 'topic' && topic ? `${t('list.topic')}: ${topic.name}` : t(`list.${key}`)
  }
  return (
    <ul className="lp-row lp-plain-list">
      {given.map((key) => (
        <li key={key}>
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t('list.remove', { name: named(key) })}
            onClick={() => onChange({ [key]: undefined })}
          >
            {named(key)} <Icon name="close" size={16} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
