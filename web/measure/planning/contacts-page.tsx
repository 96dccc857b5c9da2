/** The planned contacts, by any filter: where every figure of the plan leads. */
import { Alert } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { isoWeek, toEpochDay, weekdayOf } from '../../../src/kernel/calendar.ts'
import type { ChannelId } from '../../../src/measure/edition/contract.ts'
import type { PlanContact } from '../../../src/measure/planning/contract.ts'
import { api } from '../../api.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import './planning.css'

export function ContactsPage() {
  const t = useTexts(planningTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const { from, to, numbers } = useSearch({ strict: false }) as Search
  const range = { ...(isDate(from) ? { from } : {}), ...(isDate(to) ? { to } : {}) }
  const contacts = useQuery(api.planning.contacts.queryOptions({ input: { editionId, ...range } }))
  const rows = useChosen(contacts.data?.items, numbers)
  const isWhole = numbers === undefined && Object.keys(range).length === 0
  const capped = isWhole && contacts.data && contacts.data.items.length < contacts.data.total
  return (
    <EditionFrame
      title={rows ? t('contacts.titleCount', { count: rows.length }) : t('contacts.title')}
      subtitle={t('contacts.subtitle')}
      width="wide"
      trail={[{ to: '/measure/editions/$editionId/plan', params: { editionId }, label: t('title.waiting') }]}
    >
      {!isWhole && rows && <Only count={rows.length} />}
      {capped && (
        <Alert data-color="info">
          {t('contacts.capped', {
            shown: format.number(contacts.data.items.length),
            total: format.number(contacts.data.total),
          })}
        </Alert>
      )}
      <div className="lp-card">
        <DataTable
          title={t('contacts.title')}
          titleHidden
          rows={rows}
          error={contacts.error}
          onAgain={() => void contacts.refetch()}
          columns={useColumns(editionId)}
          rowKey={({ contactId }) => contactId}
        />
      </div>
    </EditionFrame>
  )
}

/** The address is anybody's to write: what is no date is left out. */
function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function useChosen(items: readonly PlanContact[] | undefined, numbers: string | undefined) {
  return useMemo(() => {
    if (numbers === undefined || items === undefined) return items
    const chosen = new Set(numbers.split(',').map(Number))
    return items.filter(({ number }) => chosen.has(number))
  }, [items, numbers])
}

function Only({ count }: { readonly count: number }) {
  const t = useTexts(planningTexts)
  const editionId = useEditionId()
  return (
    <Alert data-color="info" className="lp-no-print">
      {t('contacts.only', { count })}{' '}
      <Link to="/measure/editions/$editionId/plan/contacts" params={{ editionId }}>
        {t('contacts.all')}
      </Link>
    </Alert>
  )
}

function useColumns(editionId: string): readonly TableColumn<PlanContact>[] {
  const t = useTexts(planningTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const scenario = useScenarioName(editionId)
  const names = useQuery(api.planning.get.queryOptions({ input: { editionId } })).data?.names
  return useMemo(() => {
    const nameOf = new Map(
      [...(names?.participants ?? []), ...(names?.observers ?? [])].map(({ id, name }) => [id, name]),
    )
    const named = (code: string) => nameOf.get(code) ?? (code === '' ? t('contacts.noObserver') : code)
    return [
      { id: 'number', header: t('contacts.number'), value: ({ number }) => number },
      {
        id: 'date',
        header: t('contacts.date'),
        value: ({ date }) => date,
        cell: ({ date }) => `${format.weekday(date).slice(0, 3)} ${format.date(date)}`,
      },
      {
        id: 'week',
        header: t('contacts.week'),
        value: ({ date }) => isoWeek(date),
        filter: { of: ({ date }) => isoWeek(date), label: (code) => code },
        hidden: true,
      },
      {
        id: 'weekday',
        header: t('contacts.weekday'),
        value: ({ date }) => format.weekday(date),
        filter: {
          of: ({ date }) => String(weekdayOf(toEpochDay(date))),
          label: (code) => format.weekday(`2027-01-0${3 + Number(code)}`),
        },
        hidden: true,
      },
      {
        id: 'time',
        header: t('contacts.time'),
        value: ({ from, to }) => format.times(from, to),
        filter: { of: ({ from, to }) => `${from}–${to}`, label: (code) => code },
      },
      {
        id: 'participant',
        header: t('contacts.participant'),
        value: ({ participant }) => participant,
        filter: { of: ({ participantId }) => participantId, label: named },
      },
      {
        id: 'class',
        header: t('contacts.class'),
        value: (row) => row.class,
        filter: { of: (row) => row.class, label: (code) => code },
        hidden: true,
      },
      {
        id: 'channel',
        header: t('contacts.channel'),
        value: (row) => channel(row.channel),
        filter: { of: (row) => row.channel, label: (code) => channel(code as ChannelId) },
      },
      {
        id: 'observer',
        header: t('contacts.observer'),
        value: ({ observer }) => observer ?? t('contacts.noObserver'),
        filter: { of: ({ observerId }) => observerId ?? '', label: named },
      },
      { id: 'scenario', header: t('contacts.scenario'), value: (row) => scenario(row.scenario) },
      {
        id: 'state',
        header: t('contacts.state'),
        value: ({ state }) => t(`state.${state}`),
        filter: { of: ({ state }) => state, label: (code) => t(`state.${code as PlanContact['state']}`) },
      },
    ]
  }, [t, channel, format, scenario, names])
}

/** The title of a scenario in the language on the screen. */
function useScenarioName(editionId: string): (id: string) => string {
  const language = useLanguage()
  const method = useQuery(api.edition.method.queryOptions({ input: { editionId } })).data?.method
  return useMemo(() => {
    const titles = new Map(method?.scenarios.map(({ id, title }) => [id, title[language]]))
    return (id) => titles.get(id) ?? id
  }, [method, language])
}
