/** What is coded twice, by whom, and how alike; and drawing a sample. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CodingLine } from '../../../src/measure/coding/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { useToast } from '../../design/toast.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { codingTexts } from '../../i18n/coding.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import '../appeals/appeals.css'

export function CodingsPage() {
  const t = useTexts(codingTexts)
  const appeals = useTexts(appealsTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const query = useQuery(api.coding.list.queryOptions({ input: { editionId } }))
  const asked = query.data?.items.filter(({ state }) => state !== 'withdrawn').length ?? 0
  const done = query.data?.items.filter(({ state }) => state === 'handedIn').length ?? 0
  const title =
    query.data === undefined
      ? t('list.table')
      : done === 0
        ? t('list.none')
        : t('list.title', { done: format.number(done), asked: format.number(asked) })
  return (
    <EditionFrame
      title={title}
      subtitle={t('list.subtitle')}
      trail={[
        { to: '/measure/editions/$editionId/appeals', params: { editionId }, label: appeals('appeals') },
      ]}
    >
      <Awaited query={query}>
        {({ items, written, free }) => (
          <>
            <Sample editionId={editionId} written={written} free={free} />
            <Codings editionId={editionId} items={items} />
          </>
        )}
      </Awaited>
    </EditionFrame>
  )
}

type SampleProps = { readonly editionId: string; readonly written: number; readonly free: number }

function Sample({ editionId, written, free }: SampleProps) {
  const t = useTexts(codingTexts)
  const format = useFormats()
  const toast = useToast()
  const queries = useQueryClient()
  const [percent, setPercent] = useState(10)
  const [seed, setSeed] = useState('1')
  const draw = useMutation(
    api.coding.sample.mutationOptions({
      onSuccess: async ({ drawn, withoutCoder }) => {
        await queries.invalidateQueries()
        const without = withoutCoder > 0 ? ` ${t('sample.without', { count: withoutCoder })}` : ''
        toast({ text: t('sample.drawn', { count: drawn }) + without })
      },
    }),
  )
  return (
    <section className="lp-card" aria-labelledby="sample-title">
      <h2 id="sample-title">{t('sample.heading')}</h2>
      {free === 0 ? (
        <p>{t('sample.nothing')}</p>
      ) : (
        <form
          className="lp-stack"
          onSubmit={(event) => {
            event.preventDefault()
            draw.mutate({ editionId, percent, seed })
          }}
        >
          <p>{t('sample.text', { free: format.number(free), written: format.number(written) })}</p>
          <div className="lp-row lp-window-form">
            <Textfield
              type="number"
              min={1}
              max={100}
              required
              label={t('sample.percent')}
              value={String(percent)}
              onChange={(event) => setPercent(Number(event.target.value))}
            />
            <Textfield
              required
              maxLength={60}
              label={t('sample.seed')}
              description={t('sample.seedHelp')}
              value={seed}
              onChange={(event) => setSeed(event.target.value)}
            />
            <Button type="submit" loading={draw.isPending}>
              {t('sample.draw')}
            </Button>
          </div>
          {draw.error ? <ErrorState error={draw.error} /> : null}
        </form>
      )}
    </section>
  )
}

type CodingsProps = { readonly editionId: string; readonly items: readonly CodingLine[] }

function Codings({ editionId, items }: CodingsProps) {
  const t = useTexts(codingTexts)
  const channel = useTexts(channelTexts)
  if (items.length === 0) return <EmptyState title={t('list.none')}>{t('list.empty')}</EmptyState>
  const columns: readonly TableColumn<CodingLine>[] = [
    { id: 'number', header: t('list.number'), value: ({ number }) => number },
    { id: 'participant', header: t('list.participant'), value: ({ participant }) => participant },
    { id: 'channel', header: t('list.channel'), value: (line) => channel(line.channel) },
    { id: 'purpose', header: t('list.purpose'), value: ({ purpose }) => t(`purposes.${purpose}`) },
    { id: 'observer', header: t('list.observer'), value: ({ observer }) => observer, hidden: true },
    { id: 'coder', header: t('list.coder'), value: ({ coder }) => coder },
    {
      id: 'state',
      header: t('list.state'),
      value: ({ state }) => t(`states.${state}`),
      cell: ({ state }) => (
        <Status tone={state === 'handedIn' ? 'good' : state === 'asked' ? 'information' : 'neutral'}>
          {t(`states.${state}`)}
        </Status>
      ),
    },
    {
      id: 'agreed',
      header: t('list.agreed'),
      value: ({ agreed, compared }) => (compared ? (agreed ?? 0) / compared : null),
      cell: ({ agreed, compared }) =>
        compared === undefined ? '–' : t('list.of', { agreed: agreed ?? 0, compared }),
    },
    {
      id: 'withdraw',
      header: t('list.withdraw'),
      value: () => null,
      isAction: true,
      cell: (line) =>
        line.state === 'asked' ? <Withdraw editionId={editionId} codingId={line.codingId} /> : null,
    },
  ]
  return (
    <div className="lp-card">
      <DataTable
        title={t('list.table')}
        name="codings"
        rows={items}
        columns={columns}
        rowKey={({ codingId }) => codingId}
      />
    </div>
  )
}

function Withdraw({ editionId, codingId }: { readonly editionId: string; readonly codingId: string }) {
  const t = useTexts(codingTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const withdraw = useMutation(
    api.coding.withdraw.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        toast({ text: t('list.withdrawn') })
      },
    }),
  )
  return (
    <Button
      data-size="sm"
      variant="tertiary"
      loading={withdraw.isPending}
      onClick={() => withdraw.mutate({ editionId, codingId })}
    >
      {t('list.withdraw')}
    </Button>
  )
}
