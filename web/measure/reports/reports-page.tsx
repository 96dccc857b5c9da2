import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReportLine, ReportsAnswer } from '../../../src/measure/reports/contract.ts'
import { api, client } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { reportsTexts } from '../../i18n/reports.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { FileButton } from './file-button.tsx'
import { MakeAllButton, MakeAllProgress } from './make-all.tsx'
import { PublicCard } from './public-card.tsx'
import { LanguageChoice, useReportLanguage } from './use-language-choice.tsx'
import './reports.css'

/** Which reports are ready, and what is public? */
export function ReportsPage() {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const language = useReportLanguage()
  const reports = useQuery({
    ...api.reports.list.queryOptions({ input: { editionId, language } }),
    placeholderData: (before) => before,
  })
  if (reports.data) return <Loaded reports={reports.data as ReportsAnswer} />
  return (
    <EditionFrame title={t('reports')}>
      <Awaited query={reports}>{() => null}</Awaited>
    </EditionFrame>
  )
}

function Loaded({ reports }: { readonly reports: ReportsAnswer }) {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const isOrganiser = reports.view === 'organiser'
  const title = useTitle(reports)
  if (reports.items.length === 0) return <NoReports editionId={editionId} />
  return (
    <EditionFrame
      title={title}
      subtitle={t('subtitle')}
      actions={isOrganiser && <Actions reports={reports} />}
    >
      {isOrganiser && <MakeAllProgress />}
      <div className="lp-card lp-stack">
        <div className="lp-report-language">
          <LanguageChoice />
        </div>
        <ReportTable reports={reports} />
      </div>
      <div className="lp-card">
        <ClassReports classes={reports.classes} />
      </div>
      {isOrganiser && <PublicCard />}
    </EditionFrame>
  )
}

function useTitle({ view, items }: ReportsAnswer): string {
  const t = useTexts(reportsTexts)
  const { number } = useFormats()
  if (view === 'participant') return t('title.own')
  const made = items.filter(({ madeAt, outdated }) => madeAt !== null && !outdated).length
  const all = number(items.length)
  if (made === 0) return t('title.none')
  return made === items.length ? t('title.ready', { all }) : t('title.some', { made: number(made), all })
}

function NoReports({ editionId }: { readonly editionId: string }) {
  const t = useTexts(reportsTexts)
  return (
    <EditionFrame title={t('title.empty')}>
      <EmptyState
        title={t('reports')}
        actions={
          <LinkButton to={`/measure/editions/${editionId}/review` as never}>{t('toReview')}</LinkButton>
        }
      >
        {t('empty')}
      </EmptyState>
    </EditionFrame>
  )
}

function Actions({ reports }: { readonly reports: ReportsAnswer }) {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const language = useReportLanguage()
  const isReady = reports.items.some(({ madeAt, outdated }) => madeAt !== null && !outdated)
  return (
    <>
      {isReady && (
        <FileButton fetchFile={() => client.reports.bundle({ editionId, language })}>
          {t('bundle')}
        </FileButton>
      )}
      <MakeAllButton />
    </>
  )
}

function ReportTable({ reports }: { readonly reports: ReportsAnswer }) {
  const t = useTexts(reportsTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const language = useReportLanguage()
  const isOrganiser = reports.view === 'organiser'
  const columns = useMemo((): readonly TableColumn<ReportLine>[] => {
    const state: TableColumn<ReportLine> = {
      id: 'state',
      header: t('state'),
      value: ({ madeAt }) => (madeAt === null ? t('missing') : t('made', { at: format.instant(madeAt) })),
      cell: (line) => <State line={line} />,
    }
    return [
      { id: 'participant', header: t('participant'), value: ({ participant }) => participant },
      {
        id: 'class',
        header: t('class'),
        value: (line) => line.class,
        filter: { of: (line) => line.class, label: (code) => code },
      },
      { id: 'total', header: t('total'), value: ({ totalResult }) => totalResult, decimals: 1 },
      ...(isOrganiser ? [state] : []),
      {
        id: 'file',
        header: t('file'),
        isAction: true,
        value: () => null,
        cell: ({ participantId, participant: name }) => (
          <span className="lp-report-files">
            {(['pdf', 'html'] as const).map((kind) => (
              <FileButton
                key={kind}
                small
                variant="tertiary"
                label={t(kind === 'pdf' ? 'pdfOf' : 'htmlOf', { name })}
                fetchFile={() => client.reports.file({ editionId, participantId, language, format: kind })}
              >
                {t(kind)}
              </FileButton>
            ))}
          </span>
        ),
      },
    ]
  }, [t, format, editionId, language, isOrganiser])
  return (
    <DataTable
      title={t('list')}
      rows={reports.items}
      columns={columns}
      rowKey={({ participantId }) => participantId}
      rowLink={({ participantId }) => ({
        to: '/measure/editions/$editionId/report/$participantId' as never,
        params: { editionId, participantId },
        search: { language },
      })}
    />
  )
}

function State({ line: { madeAt, outdated } }: { readonly line: ReportLine }) {
  const t = useTexts(reportsTexts)
  const format = useFormats()
  if (madeAt === null) return <Status tone="neutral">{t('missing')}</Status>
  if (outdated) return <Status tone="warning">{t('outdated')}</Status>
  return <Status tone="good">{t('made', { at: format.instant(madeAt) })}</Status>
}

function ClassReports({ classes }: { readonly classes: readonly string[] }) {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const language = useReportLanguage()
  return (
    <section className="lp-stack">
      <div>
        <h2>{t('classes')}</h2>
        <p className="lp-quiet">{t('classesHint')}</p>
      </div>
      <ul className="lp-report-classes">
        {classes.map((name) => (
          <li key={name}>
            <span>{name}</span>
            <span className="lp-report-files">
              {(['pdf', 'html'] as const).map((kind) => (
                <FileButton
                  key={kind}
                  small
                  variant="tertiary"
                  label={t(kind === 'pdf' ? 'pdfOf' : 'htmlOf', { name })}
                  fetchFile={() =>
                    client.reports.classFile({ editionId, class: name, language, format: kind })
                  }
                >
                  {t(kind)}
                </FileButton>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
