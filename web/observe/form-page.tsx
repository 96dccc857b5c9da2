import { Button } from '@digdir/designsystemet-react'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../design/page.tsx'
import { Awaited } from '../design/states.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import { FormOverview } from './form-overview.tsx'
import { FormStepCard } from './form-step.tsx'
import { NetworkNote } from './network-note.tsx'
import { useSending } from './send-work.ts'
import { type OpenAssignment, useAssignment } from './use-assignment.ts'
import { areaOf, stepId, useForm } from './use-form.ts'
import { useHandIn } from './use-hand-in.ts'
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
  return <Form open={open} />
}

const mayBeFilledIn: readonly string[] = ['answered', 'returned']

function Form({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  const language = useLanguage()
  const navigate = useNavigate()
  const form = useForm(open)
  const [handsIn, setHandsIn] = useState(false)
  const { waits, act } = useHandIn(open, form)
  useSending(open.key.owner)
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
  const area = step && areaOf(step)
  const areaName = open.detail.form.areas.find(({ id }) => id === area)?.name[language]
  const words = { step: index + 1, steps: form.steps.length }
  const handIn = async (): Promise<void> => {
    setHandsIn(true)
    const outcome = await act()
    if (outcome === 'refused') return setHandsIn(false)
    await navigate({ to: '/observe' })
  }
  // On its way to the server it counts as handed in already; the page goes when that is known.
  if (!handsIn && !mayBeFilledIn.includes(open.life.state))
    return <Navigate to="/observe/$contactId" params={{ contactId }} replace />
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
          <Button
            data-size="lg"
            disabled={form.issues.length > 0 || waits || handsIn}
            onClick={() => void handIn()}
          >
            {t(open.life.state === 'returned' ? 'form.resubmit' : 'form.submit')}
          </Button>
        )}
      </div>
      <p className="lp-small lp-quiet" role="status">
        {t(`form.saved.${form.saved}`)}
      </p>
      <NetworkNote />
    </Page>
  )
}
