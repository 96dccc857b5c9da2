/** A participant objects to one of its submissions, or sees what came of it. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { OwnAppeal } from '../../../src/measure/appeals/contract.ts'
import { api } from '../../api.ts'
import { FileDrop } from '../../design/file-drop.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { AppealForm } from './appeal-form.tsx'
import { AnswerChanges } from './change-log.tsx'
import { EffectList } from './effect-list.tsx'
import { Evidence } from './evidence.tsx'
import { lastDay } from './last-day.ts'
import './appeals.css'

export function OwnAppealPage() {
  const t = useTexts(appealsTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const { contactId = '' } = useParams({ strict: false })
  const query = useQuery(api.appeals.own.queryOptions({ input: { editionId, contactId } }))
  const submission = useQuery(api.results.submission.queryOptions({ input: { editionId, contactId } }))
  const number = submission.data ? format.number(submission.data.number) : ''
  const { data } = query
  const title =
    data === undefined
      ? t('own.appeal')
      : data.appeal
        ? t('form.titleDone', { number })
        : data.mayAppeal
          ? t('form.title', { number })
          : t('form.closed')
  return (
    <EditionFrame
      title={title}
      subtitle={
        data?.mayAppeal && data.window
          ? t('form.subtitle', { date: format.date(lastDay(data.window.closesAt)) })
          : undefined
      }
      width="narrow"
      trail={[{ to: '/measure/editions/$editionId/appeals', params: { editionId }, label: t('appeals') }]}
      actions={
        <LinkButton
          to="/measure/editions/$editionId/results/submissions/$contactId"
          params={{ editionId, contactId }}
          variant="secondary"
        >
          {t('own.read')}
        </LinkButton>
      }
    >
      <Awaited query={query}>
        {({ appeal, mayAppeal, questions }) =>
          appeal ? (
            <Seen editionId={editionId} appeal={appeal as OwnAppeal} />
          ) : mayAppeal ? (
            <AppealForm editionId={editionId} contactId={contactId} questions={questions} />
          ) : (
            <EmptyState title={t('form.closed')}>{t('form.closedText')}</EmptyState>
          )
        }
      </Awaited>
    </EditionFrame>
  )
}

type SeenProps = { readonly editionId: string; readonly appeal: OwnAppeal }

function Seen({ editionId, appeal }: SeenProps) {
  const t = useTexts(appealsTexts)
  const format = useFormats()
  const language = useLanguage()
  const { appealId, grounds, questions, evidence, files, decision, madeAt, decideBy } = appeal
  return (
    <>
      {decision ? (
        <Outcome editionId={editionId} appeal={appeal} decision={decision} />
      ) : (
        <p className="lp-card lp-card--notice">
          {t('form.waiting', { date: format.date(madeAt), until: format.date(lastDay(decideBy)) })}
        </p>
      )}
      <section className="lp-card" aria-labelledby="own-grounds">
        <h2 id="own-grounds">{t('form.yourGrounds')}</h2>
        <p className="lp-said">{grounds}</p>
        {questions.length > 0 && (
          <ul>
            {questions.map(({ id, text }) => (
              <li key={id}>{text[language]}</li>
            ))}
          </ul>
        )}
        <Evidence editionId={editionId} appealId={appealId} evidence={evidence} files={files} />
        {!decision && <AddFile editionId={editionId} appealId={appealId} />}
      </section>
    </>
  )
}

function Outcome({
  editionId,
  appeal,
  decision,
}: SeenProps & { readonly decision: NonNullable<OwnAppeal['decision']> }) {
  const t = useTexts(appealsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const { outcome, reasons, changes, effect, excluded } = decision
  const read = useMutation(
    api.appeals.acknowledge.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        toast({ text: t('form.acknowledged') })
      },
    }),
  )
  return (
    <section className="lp-card" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{t('form.decision')}</h2>
      <Status tone={outcome === 'rejected' ? 'neutral' : 'good'}>{t(`outcome.${outcome}`)}</Status>
      <p className="lp-said">{reasons}</p>
      {excluded && <p>{t('form.excluded')}</p>}
      {changes.length > 0 && <h3>{t('form.changed')}</h3>}
      <AnswerChanges changes={changes} />
      {outcome !== 'rejected' && <EffectList effect={effect} excluded={excluded} places={false} />}
      {appeal.state === 'decided' && (
        <Button
          loading={read.isPending}
          onClick={() => read.mutate({ editionId, appealId: appeal.appealId })}
        >
          {t('form.acknowledge')}
        </Button>
      )}
      {read.error ? <ErrorState error={read.error} /> : null}
    </section>
  )
}

function AddFile({ editionId, appealId }: { readonly editionId: string; readonly appealId: string }) {
  const t = useTexts(appealsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const add = useMutation(
    api.appeals.addFile.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        toast({ text: t('form.fileAdded') })
      },
    }),
  )
  return (
    <div className="lp-no-print">
      <FileDrop
        label={t('form.file')}
        endings={['.pdf', '.png', '.jpg', '.jpeg', '.txt', '.csv', '.log']}
        megabytes={5}
        isBusy={add.isPending}
        onFile={(file) => add.mutate({ editionId, appealId, file })}
      />
      {add.error ? <ErrorState error={add.error} /> : null}
    </div>
  )
}
