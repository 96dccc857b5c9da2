/** Other answers to a final submission, in the open: what they do is shown before, and stands in the log afterwards. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CorrectableAnswer } from '../../../src/measure/appeals/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { CompareTable } from './compare-table.tsx'
import { EffectList } from './effect-list.tsx'
import './appeals.css'

export function CorrectionPage() {
  const t = useTexts(appealsTexts)
  const editionId = useEditionId()
  const { contactId = '' } = useParams({ strict: false })
  const query = useQuery(api.appeals.correctable.queryOptions({ input: { editionId, contactId } }))
  if (query.data) return <Loaded editionId={editionId} submission={query.data as CorrectableAnswer} />
  return (
    <EditionFrame title={t('correct.heading')}>
      <Awaited query={query}>{() => null}</Awaited>
    </EditionFrame>
  )
}

type Answers = Readonly<Record<string, string>>
type Props = { readonly editionId: string; readonly submission: CorrectableAnswer }

function Loaded({ editionId, submission }: Props) {
  const t = useTexts(appealsTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const [answers, setAnswers] = useState<Answers>({})
  const { contactId, participant, answers: now, form, mayCorrect, transcript } = submission
  const number = format.number(submission.number)
  const change = (question: string, answer: string | undefined): void => {
    const { [question]: _, ...rest } = answers
    setAnswers(answer === undefined || answer === now[question] ? rest : { ...rest, [question]: answer })
  }
  return (
    <EditionFrame
      title={t('correct.title', { number })}
      subtitle={`${participant} · ${channel(submission.channel)} · ${format.date(submission.date)}`}
      trail={[
        {
          to: '/measure/editions/$editionId/results/submissions/$contactId',
          params: { editionId, contactId },
          label: t('correct.back', { number }),
        },
      ]}
      width="wide"
    >
      {mayCorrect ? (
        <div className="lp-columns lp-appeal">
          <div className="lp-stack">
            <CompareTable
              appeal={{ form, questions: [], first: now, clocked: [] }}
              decided={answers}
              onDecide={change}
              isCorrection
            />
            {transcript !== undefined && (
              <section className="lp-card">
                <h2>{t('one.transcript')}</h2>
                <pre className="lp-written">{transcript}</pre>
              </section>
            )}
          </div>
          <CorrectForm editionId={editionId} contactId={contactId} answers={answers} />
        </div>
      ) : (
        <p className="lp-card">{t('correct.notNow')}</p>
      )}
    </EditionFrame>
  )
}

type FormProps = { readonly editionId: string; readonly contactId: string; readonly answers: Answers }

const fewest = 10

function CorrectForm({ editionId, contactId, answers }: FormProps) {
  const t = useTexts(appealsTexts)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const [short, setShort] = useState(false)
  const count = Object.keys(answers).length
  const proposed = { editionId, contactId, answers: { ...answers } }
  const preview = useQuery(
    api.appeals.previewCorrection.queryOptions({ input: proposed, enabled: count > 0 }),
  )
  const correct = useCorrect({ editionId, contactId })
  return (
    <section className="lp-card lp-no-print" aria-labelledby="correct-title">
      <h2 id="correct-title">{t('correct.heading')}</h2>
      <p>{count === 0 ? t('decide.noChanges') : t('decide.changes', { count })}</p>
      {count > 0 && preview.data && (
        <>
          <h3>{t('decide.effect')}</h3>
          <EffectList effect={preview.data} />
        </>
      )}
      {count > 0 && preview.error ? <ErrorState error={preview.error} /> : null}
      <Textfield
        multiline
        rows={4}
        maxLength={4000}
        label={t('correct.reason')}
        description={t('correct.reasonHelp')}
        value={reason}
        error={short && reason.trim().length < fewest ? t('decide.tooShort') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        disabled={count === 0}
        onClick={() => {
          setShort(true)
          if (reason.trim().length >= fewest) setAsked(true)
        }}
      >
        {t('correct.do')}
      </Button>
      <ConfirmDialog
        open={asked}
        title={t('correct.confirmTitle')}
        confirm={t('correct.do')}
        busy={correct.isPending}
        onConfirm={() => correct.mutate({ ...proposed, reason })}
        onClose={() => setAsked(false)}
      >
        <p>{t('correct.confirmText')}</p>
        {correct.error ? <ErrorState error={correct.error} /> : null}
      </ConfirmDialog>
    </section>
  )
}

function useCorrect(params: { readonly editionId: string; readonly contactId: string }) {
  const t = useTexts(appealsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation(
    api.appeals.correct.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        toast({ text: t('correct.done') })
        await navigate({ to: '/measure/editions/$editionId/results/submissions/$contactId', params })
      },
    }),
  )
}
