/** What must be decided next? */
import { useQuery } from '@tanstack/react-query'
import type { AppealLine, AppealStep } from '../../../src/measure/appeals/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { ChangeLog } from './change-log.tsx'
import { lastDay } from './last-day.ts'
import { WindowCard } from './window-card.tsx'
import './appeals.css'

const stepTones: Readonly<Record<AppealStep, Tone>> = {
  askForCoding: 'warning',
  waitForCoding: 'information',
  decide: 'warning',
  nothing: 'good',
}

export function AppealsDesk() {
  const t = useTexts(appealsTexts)
  const editionId = useEditionId()
  const query = useQuery(api.appeals.list.queryOptions({ input: { editionId } }))
  const waiting = query.data?.items.filter(({ step }) => step === 'decide' || step === 'askForCoding').length
  const title =
    waiting === undefined
      ? t('appeals')
      : waiting === 0
        ? t('title.none')
        : t('title.waiting', { count: waiting })
  return (
    <EditionFrame
      title={title}
      subtitle={t('subtitle')}
      actions={
        <LinkButton
          to="/measure/editions/$editionId/appeals/codings"
          params={{ editionId }}
          variant="secondary"
        >
          {t('codings')}
        </LinkButton>
      }
    >
      <Awaited query={query}>
        {({ window, state, items }) => (
          <>
            <WindowCard editionId={editionId} state={state} window={window} />
            <Appeals editionId={editionId} items={items} />
            <ChangeLog editionId={editionId} />
          </>
        )}
      </Awaited>
    </EditionFrame>
  )
}

type AppealsProps = { readonly editionId: string; readonly items: readonly AppealLine[] }

function Appeals({ editionId, items }: AppealsProps) {
  const t = useTexts(appealsTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  if (items.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
  const columns: readonly TableColumn<AppealLine>[] = [
    { id: 'number', header: t('number'), value: ({ number }) => number },
    { id: 'participant', header: t('participant'), value: ({ participant }) => participant },
    { id: 'channel', header: t('channel'), value: (line) => channel(line.channel) },
    {
      id: 'step',
      header: t('next'),
      value: ({ step }) => t(`step.${step}`),
      cell: ({ step }) => <Status tone={stepTones[step]}>{t(`step.${step}`)}</Status>,
    },
    {
      id: 'decideBy',
      header: t('decideBy'),
      value: ({ decideBy, step }) => (step === 'nothing' ? null : decideBy),
      cell: ({ decideBy, step }) => (step === 'nothing' ? '–' : format.date(lastDay(decideBy))),
    },
    {
      id: 'outcome',
      header: t('outcomeHead'),
      value: ({ outcome }) => (outcome ? t(`outcome.${outcome}`) : null),
    },
    {
      id: 'made',
      header: t('made'),
      value: ({ madeAt }) => madeAt,
      cell: ({ madeAt }) => format.instant(madeAt),
      hidden: true,
    },
  ]
  return (
    <div className="lp-card">
      <DataTable
        title={t('appeals')}
        name="appeals"
        rows={items}
        columns={columns}
        rowKey={({ appealId }) => appealId}
        rowLink={({ appealId }) => ({
          to: '/measure/editions/$editionId/appeals/$appealId',
          params: { editionId, appealId },
        })}
      />
    </div>
  )
}
