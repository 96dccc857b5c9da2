import { Button } from '@digdir/designsystemet-react'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { newId } from '../../src/kernel/ids.ts'
import { Page } from '../design/page.tsx'
import { Awaited } from '../design/states.tsx'
import { useToast } from '../design/toast.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import { FormOverview } from './form-overview.tsx'
import { FormStepCard } from './form-step.tsx'
import { changeWork } from './local-work.ts'
import { NetworkNote } from './network-note.tsx'
import { sendWork, useSending } from './send-work.ts'
import { type OpenAssignment, useAssignment } from './use-assignment.ts'
import { type OpenForm, stepId, useForm } from './use-form.ts'
import './observe.css'

const route = getRouteApi('/signed-in/observe/$contactId/form')
const overview = 'overview'

/** The form, one question at a time. The step stands in the address, so back and reload do what they should. */
export function FormPage() {
  const { contactId } = route.useParams()
  const t = useTexts(observeTexts)
  const { query, open } = useAssignment(contactId)
  if (!open)
    return (
      <Page title={t('clock.toForm')} trail={[{ label: t('back'), to: '/observe' }]} width="narrow">
        <Awaited query={query}>{() => null}</Awaited>
      </Page>
    )
  if (open.life.state !== 'answered' && open.life.state !== 'returned')
    return <Navigate to="/observe/$contactId" params={{ contactId }} replace />
  return <Form open={open} />
}

function Form({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  const language = useLanguage()
  const navigate = useNavigate()
  const form = useForm(open)
  const submit = useSubmit(open, form)
  useSending(open.key.personId)
  const { contactId, participant, note } = open.detail
  const { step: wanted } = route.useSearch()
  const found = form.steps.findIndex((step) => stepId(step) === wanted)
  const index = wanted === overview ? form.steps.length : Math.max(0, found)
  const step = form.steps[index]
  const goTo = (to: number): void => {
    const target = form.steps[to]
    const search = { step: target ? stepId(target) : overview }
    void navigate({ to: '/observe/$contactId/form', params: { contactId }, search })
  }
  const area = step && (step.kind === 'question' ? step.question.area : step.comment.area)
  const areaName = open.detail.form.areas.find(({ id }) => id === area)?.name[language]
  const words = { step: index + 1, steps: form.steps.length }
  return (
    <Page
      title={step ? t('form.title', words) : t('form.overview')}
      subtitle={[participant, ...(areaName === undefined ? [] : [areaName])].join(' · ')}
      trail={[
        { label: t('back'), to: '/observe' },
        { label: participant, to: '/observe/$contactId', params: { contactId } },
      ]}
      width="narrow"
    >
      <progress
        className="lp-clock__bar"
        value={index}
        max={form.steps.length}
        aria-label={t('form.title', { ...words, step: Math.min(words.step, words.steps) })}
      />
      {note !== undefined && open.life.state === 'returned' && (
        <p className="lp-assignment__note">
          <strong>{t('note')}:</strong> {note}
        </p>
      )}
      {step ? (
        <FormStepCard key={stepId(step)} step={step} form={form} onNext={() => goTo(index + 1)} />
      ) : (
        <FormOverview open={open} form={form} onStep={goTo} />
      )}
      <div className="lp-form-buttons">
        <Button variant="secondary" data-size="lg" disabled={index === 0} onClick={() => goTo(index - 1)}>
          {t('form.back')}
        </Button>
        {step ? (
          <Button data-size="lg" onClick={() => goTo(index + 1)}>
            {t('form.next')}
          </Button>
        ) : (
          <Button data-size="lg" disabled={form.issues.length > 0 || submit.waits} onClick={submit.act}>
            {t(open.life.state === 'returned' ? 'form.resubmit' : 'form.submit')}
          </Button>
        )}
      </div>
      <p className="lp-small lp-quiet" role="status">
        {t(form.saved ? 'form.saved' : 'form.savedHere')}
      </p>
      <NetworkNote />
    </Page>
  )
}

/** Hands the form in: kept here under its own id first, so that nothing is lost on the way and nothing doubled. */
function useSubmit(open: OpenAssignment, { answers, comments }: OpenForm) {
  const t = useTexts(observeTexts)
  const toast = useToast()
  const navigate = useNavigate()
  const waits = open.work.handIn !== undefined
  const act = async (): Promise<void> => {
    const submittedAt = new Date().toISOString()
    changeWork(open.key, (work) => ({
      ...work,
      handIn: work.handIn ?? { submissionId: newId(), answers, comments, submittedAt },
    }))
    const { outcome } = await sendWork(open.key)
    if (outcome === 'refused') return toast({ text: t('refused') })
    toast({ text: t(outcome === 'sent' ? 'form.submitted' : 'form.submittedLater') })
    await navigate({ to: '/observe' })
  }
  return { waits, act: () => void act() }
}
