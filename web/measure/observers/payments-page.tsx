/** What observers have earned and been paid: rates, what is due, every line, and the runs that paid them. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { newId } from '../../../src/kernel/ids.ts'
import type { MoneyLine, PaymentRun, Payments } from '../../../src/measure/observers/contract.ts'
import { api, client } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { Awaited, EmptyState, useProblemText } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { today } from '../planning/today.ts'
import { ExtraDialog } from './extra-dialog.tsx'
import { ObserverNav } from './observer-nav.tsx'
import { PayDialog } from './pay-dialog.tsx'
import { RatesForm } from './rates-form.tsx'
import { useRefreshObservers } from './use-refresh.ts'
import { useMoney } from './words.ts'
import './observers.css'

export function PaymentsPage() {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  const query = useQuery(api.observers.payments.get.queryOptions({ input: { editionId } }))
  const [open, setOpen] = useState<'pay' | 'extra'>()
  const close = () => setOpen(undefined)
  const due = query.data?.lines.filter(({ run }) => run === undefined) ?? []
  return (
    <EditionFrame
      title={useTitle(query.data)}
      subtitle={t('pay.subtitle')}
      width="wide"
      actions={
        <>
          <Button disabled={due.length === 0 || !query.data?.rates} onClick={() => setOpen('pay')}>
            {t('pay.payNow')}
          </Button>
          <Button variant="secondary" onClick={() => setOpen('extra')}>
            {t('pay.addExtra')}
          </Button>
          <ObserverNav here="toPayments" />
        </>
      }
    >
      <Awaited query={query} lines={10}>
        {(payments) => (
          <>
            <TakenBack lines={payments.takenBack} />
            <DueTable lines={due} />
            <Lines lines={payments.lines} />
            <Runs runs={payments.runs} />
            <RatesForm key={JSON.stringify(payments.rates)} payments={payments} />
          </>
        )}
      </Awaited>
      <PayDialog open={open === 'pay'} lines={due} onClose={close} />
      <ExtraDialog open={open === 'extra'} onClose={close} />
    </EditionFrame>
  )
}

function sumOf(lines: readonly MoneyLine[]): number {
  return lines.reduce((sum, { amountOre }) => sum + amountOre, 0)
}

function useTitle(payments: Payments | undefined): string {
  const t = useTexts(poolTexts)
  const money = useMoney()
  if (!payments) return t('pay.waiting')
  if (payments.rates === null) return t('pay.titleRates')
  const due = payments.lines.filter(({ run }) => run === undefined)
  const count = new Set(due.map(({ observerId }) => observerId)).size
  return count === 0 ? t('pay.titleNothing') : t('pay.titleDue', { amount: money(sumOf(due)), count })
}

/** Paid and no longer approved: each can be deducted by a line of its own. */
function TakenBack({ lines }: { readonly lines: readonly MoneyLine[] }) {
  const t = useTexts(poolTexts)
  const money = useMoney()
  const editionId = useEditionId()
  const refresh = useRefreshObservers()
  const add = useMutation(api.observers.payments.addExtra.mutationOptions({ onSuccess: refresh }))
  if (lines.length === 0) return null
  const deduct = ({ observerId, contactId, number, amountOre }: MoneyLine): void =>
    add.mutate({
      editionId,
      extraId: newId(),
      observerId,
      kind: 'correction',
      amountOre: -amountOre,
      text: t('pay.takeBackText', { number: number ?? 0 }),
      on: today(),
      ...(contactId === undefined ? {} : { contactId }),
    })
  return (
    <Alert data-color="warning">
      <h2>{t('pay.takenBack')}</h2>
      <p>{t('pay.takenBackText')}</p>
      <ul className="lp-plain-list">
        {lines.map((line) => (
          <li key={line.contactId} className="lp-row">
            {line.observer}:{' '}
            {t('pay.contact', { number: line.number ?? 0, participant: line.participant ?? '' })}
            <Button variant="secondary" data-size="sm" loading={add.isPending} onClick={() => deduct(line)}>
              {t('pay.takeBack', { amount: money(line.amountOre) })}
            </Button>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

type Due = {
  readonly observer: string
  readonly contacts: number
  readonly extras: number
  readonly ore: number
}

function DueTable({ lines }: { readonly lines: readonly MoneyLine[] }) {
  const t = useTexts(poolTexts)
  const rows = useMemo(
    () =>
      [...Map.groupBy(lines, ({ observerId }) => observerId).values()].map(
        (own): Due => ({
          observer: own[0]!.observer,
          contacts: own.filter(({ kind }) => kind === 'contact').length,
          extras: sumOf(own.filter(({ kind }) => kind !== 'contact')) / 100,
          ore: sumOf(own),
        }),
      ),
    [lines],
  )
  const columns = useMemo(
    (): readonly TableColumn<Due>[] => [
      { id: 'observer', header: t('pay.observer'), value: ({ observer }) => observer },
      { id: 'contacts', header: t('pay.contacts'), value: ({ contacts }) => contacts, align: 'end' },
      { id: 'extras', header: t('pay.extras'), value: ({ extras }) => extras, align: 'end' },
      { id: 'amount', header: t('pay.amount'), value: ({ ore }) => ore / 100, align: 'end', decimals: 2 },
    ],
    [t],
  )
  return (
    <div className="lp-card">
      <DataTable
        title={t('pay.due')}
        name="due"
        rows={rows}
        columns={columns}
        rowKey={({ observer }) => observer}
        rowLink={({ observer }) => ({ to: '.', search: { 'f.observer': observer, 'f.run': 'due' } })}
        actions={<Download />}
        empty={<EmptyState title={t('pay.titleNothing')} />}
      />
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly MoneyLine[] }) {
  const t = useTexts(poolTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const columns = useMemo((): readonly TableColumn<MoneyLine>[] => {
    const runOf = ({ run }: MoneyLine) => (run === undefined ? 'due' : String(run))
    const runText = (code: string) =>
      code === 'due' ? t('pay.unpaid') : t('pay.runNumber', { number: code })
    const outcome = (answered: boolean) => (answered ? t('pay.answered') : t('pay.unanswered'))
    return [
      {
        id: 'observer',
        header: t('pay.observer'),
        value: ({ observer }) => observer,
        filter: { of: ({ observer }) => observer, label: (name) => name },
      },
      {
        id: 'what',
        header: t('pay.what'),
        value: ({ kind, text, number, participant }) =>
          kind === 'contact'
            ? t('pay.contact', { number: number ?? 0, participant: participant ?? '' })
            : text,
      },
      {
        id: 'kind',
        header: t('pay.extraKind'),
        value: ({ kind }) => t(`pay.kind.${kind}`),
        filter: { of: ({ kind }) => kind, label: (code) => t(`pay.kind.${code as 'contact'}`) },
      },
      {
        id: 'outcome',
        header: t('pay.outcome'),
        value: ({ channel: id, answered }) =>
          id === undefined || answered === undefined
            ? null
            : `${channel(id)}, ${outcome(answered).toLowerCase()}`,
      },
      { id: 'on', header: t('pay.on'), value: ({ on }) => on, cell: ({ on }) => format.date(on) },
      {
        id: 'amount',
        header: t('pay.amount'),
        value: ({ amountOre }) => amountOre / 100,
        align: 'end',
        decimals: 2,
      },
      {
        id: 'run',
        header: t('pay.run'),
        value: (line) => runText(runOf(line)),
        filter: { of: runOf, label: runText },
      },
    ]
  }, [t, channel, format])
  return (
    <div className="lp-card">
      <DataTable
        title={t('pay.lines')}
        rows={lines}
        columns={columns}
        rowKey={(line) =>
          `${line.contactId ?? line.text} ${line.kind} ${line.on} ${line.observerId} ${line.run ?? ''}`
        }
        usualSorting={{ column: 'on', descending: true }}
        empty={<EmptyState title={t('pay.nothing')}>{t('pay.nothingText')}</EmptyState>}
      />
    </div>
  )
}

function Runs({ runs }: { readonly runs: readonly PaymentRun[] }) {
  const t = useTexts(poolTexts)
  const format = useFormats()
  const money = useMoney()
  return (
    <section className="lp-card lp-stack" aria-labelledby="runs-title">
      <h2 id="runs-title">{t('pay.runs')}</h2>
      {runs.length === 0 && <p className="lp-quiet">{t('pay.noRuns')}</p>}
      <ul className="lp-plain-list lp-stack">
        {runs.map(({ runId, number, paidOn, note, observers, lines, amountOre }) => (
          <li key={runId} className="lp-row">
            <strong>{t('pay.runNumber', { number })}</strong>
            <span>
              {t('pay.runLine', {
                date: format.date(paidOn),
                amount: money(amountOre),
                count: observers,
                lines,
              })}
              {note === '' ? '' : ` · ${note}`}
            </span>
            <Download run={number} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The server's own file for the payroll: what is due, or one run. */
function Download({ run }: { readonly run?: number }) {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  const text = useProblemText()
  const toast = useToast()
  const download = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') =>
      client.observers.payments.export({
        editionId,
        format,
        ...(run === undefined ? {} : { run }),
      }) as Promise<File>,
    onSuccess: (file) => saveFile(file.name, file),
    onError: (error) => toast({ text: text(error) }),
  })
  const name = run === undefined ? t('pay.exportDue') : t('pay.exportRun', { number: run })
  return (['csv', 'xlsx'] as const).map((format) => (
    <Button
      key={format}
      variant="tertiary"
      data-size="sm"
      aria-label={`${name} (${t(`pay.${format}`)})`}
      loading={download.isPending && download.variables === format}
      onClick={() => download.mutate(format)}
    >
      <Icon name="download" size={16} /> {t(`pay.${format}`)}
    </Button>
  ))
}
