import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReportDocument } from '../../../src/measure/reports/contract.ts'
import { api, client } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { reportsTexts } from '../../i18n/reports.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { FileButton } from './file-button.tsx'
import { Blocks, Hatches } from './report-blocks.tsx'
import { LanguageChoice, useReportLanguage } from './use-language-choice.tsx'
import './reports.css'

/** The report as it will be handed round. */
export function ReportPage() {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const { participantId = '' } = useParams({ strict: false })
  const language = useReportLanguage()
  const report = useQuery(
    api.reports.document.queryOptions({ input: { editionId, participantId, language } }),
  )
  const document = report.data as ReportDocument | undefined
  const fetchFile = (format: 'pdf' | 'html') => () =>
    client.reports.file({ editionId, participantId, language, format })
  return (
    <EditionFrame
      title={document ? t('preview.title', { name: document.title }) : t('reports')}
      subtitle={t('preview.kicker')}
      trail={[
        {
          to: '/measure/editions/$editionId/reports' as never,
          params: { editionId },
          label: t('reports'),
        },
      ]}
      actions={
        <>
          <FileButton fetchFile={fetchFile('html')}>{t('html')}</FileButton>
          <FileButton variant="primary" fetchFile={fetchFile('pdf')}>
            {t('pdf')}
          </FileButton>
        </>
      }
    >
      <div className="lp-report-language lp-no-print">
        <LanguageChoice />
      </div>
      {document ? <Sheet report={document} /> : <Awaited query={report}>{() => null}</Awaited>}
    </EditionFrame>
  )
}

function Sheet({ report }: { readonly report: ReportDocument }) {
  const { language, subtitle, title, answer, meaning, cover, facts, sections } = report
  return (
    <article className="lp-card lp-report" lang={language}>
      <Hatches />
      <header>
        <p className="lp-quiet">{subtitle}</p>
        <h2 className="lp-report__title">{title}</h2>
        <p className="lp-report__answer">
          <strong>{answer.value}</strong> {answer.unit}
        </p>
        <p>{answer.sureness}</p>
      </header>
      <Blocks blocks={cover} />
      <section className="lp-report__meaning">
        <h3>{meaning.title}</h3>
        <Blocks blocks={[{ kind: 'bullets', items: meaning.items }]} />
      </section>
      <dl className="lp-report__facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sections.map((section) => (
        <section key={section.title}>
          <h3>{section.title}</h3>
          <p className="lp-quiet">{section.lead}</p>
          <Blocks blocks={section.blocks} />
        </section>
      ))}
    </article>
  )
}
