/** The briefing test of an edition: what it demands, its questions, and how it has gone. */
import { Alert, Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { BriefingAttempt, BriefingQuestion } from '../../../src/measure/observers/contract.ts'
import { briefingQuestionSchema } from '../../../src/measure/observers/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { useToast } from '../../design/toast.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { BriefingQuestions, emptyQuestion } from './briefing-questions.tsx'
import { ObserverNav } from './observer-nav.tsx'
import { observerLink } from './observers-page.tsx'
import { briefingTones } from './pool-columns.tsx'
import { useRefreshObservers } from './use-refresh.ts'
import './observers.css'

type Attempt = BriefingAttempt & { readonly observer: string; readonly observerId: string }
type Briefing = {
  readonly questions: readonly BriefingQuestion[]
  readonly isBuiltIn: boolean
  readonly passMark: number
  readonly required: boolean
  readonly revision: number
  readonly attempts: readonly Attempt[]
}

export function BriefingPage() {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  const query = useQuery(api.observers.briefing.get.queryOptions({ input: { editionId } }))
  const test = query.data
  const passed = new Set(test?.attempts.filter((one) => one.passed).map(({ observerId }) => observerId)).size
  return (
    <EditionFrame
      title={test ? t('test.title', { count: test.questions.length, passed }) : t('test.waiting')}
      subtitle={t('test.subtitle')}
      actions={<ObserverNav here="toTest" />}
    >
      <Awaited query={query} lines={10}>
        {(briefing) => (
          <>
            <Editor key={briefing.revision} briefing={briefing as Briefing} />
            <Attempts attempts={briefing.attempts} />
          </>
        )}
      </Awaited>
    </EditionFrame>
  )
}

function Editor({ briefing }: { readonly briefing: Briefing }) {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  const toast = useToast()
  const refresh = useRefreshObservers()
  const [passMark, setPassMark] = useState(String(briefing.passMark))
  const [required, setRequired] = useState(briefing.required)
  /** Undefined: the questions are not being changed. */
  const [own, setOwn] = useState<readonly BriefingQuestion[] | undefined>()
  const [isIncomplete, setIsIncomplete] = useState(false)
  const save = useMutation(
    api.observers.briefing.save.mutationOptions({
      onSuccess: async () => {
        await refresh()
        toast({ text: t('test.saved') })
      },
    }),
  )
  const kept = briefing.isBuiltIn ? null : [...briefing.questions]
  const send = (questions: readonly BriefingQuestion[] | null): void => {
    const whole = questions?.map(withAllLanguages) ?? null
    const isWhole = whole === null || whole.every(isComplete)
    setIsIncomplete(!isWhole)
    if (!isWhole) return
    const { revision } = briefing
    save.mutate({ editionId, questions: whole, passMark: Number(passMark), required, revision })
  }
  return (
    <>
      <section className="lp-card lp-form" aria-labelledby="demands-title">
        <h2 id="demands-title">{t('test.settings')}</h2>
        <Textfield
          type="number"
          min={1}
          max={100}
          label={t('test.passMark')}
          value={passMark}
          onChange={(event) => setPassMark(event.target.value)}
        />
        <Checkbox
          label={t('test.required')}
          description={t('test.requiredHint')}
          checked={required}
          onChange={(event) => setRequired(event.target.checked)}
        />
        {save.error ? <ErrorState error={save.error} /> : null}
        {isIncomplete && <Alert data-color="danger">{t('test.incomplete')}</Alert>}
        <div className="lp-row">
          <Button loading={save.isPending} onClick={() => send(own ?? kept)}>
            {t('test.save')}
          </Button>
        </div>
      </section>
      <section className="lp-card lp-stack" aria-labelledby="questions-title">
        <h2 id="questions-title">{t('test.questions')}</h2>
        <p className="lp-quiet">{briefing.isBuiltIn && !own ? t('test.builtIn') : t('test.own')}</p>
        {own ? (
          <BriefingQuestions questions={own} onChange={setOwn} />
        ) : (
          <ReadQuestions questions={briefing.questions} />
        )}
        <div className="lp-row">
          {own ? (
            <Button variant="secondary" onClick={() => setOwn([...own, emptyQuestion(own)])}>
              {t('test.add')}
            </Button>
          ) : (
            <Button variant="secondary" onClick={() => setOwn(briefing.questions)}>
              {t('test.edit')}
            </Button>
          )}
          {!briefing.isBuiltIn && (
            <Button variant="tertiary" onClick={() => send(null)}>
              {t('test.takeBuiltIn')}
            </Button>
          )}
        </div>
      </section>
    </>
  )
}

/** What is written in one language only is used in all. */
function withAllLanguages(question: BriefingQuestion): BriefingQuestion {
  const filled = (text: BriefingQuestion['text']) => {
    const some = text.nb.trim() || text.nn.trim() || text.en.trim()
    return { nb: text.nb.trim() || some, nn: text.nn.trim() || some, en: text.en.trim() || some }
  }
  return {
    ...question,
    text: filled(question.text),
    why: filled(question.why),
    options: question.options.map((option) => ({ ...option, text: filled(option.text) })),
  }
}

function isComplete(question: BriefingQuestion): boolean {
  const texts = [question.text.nb, question.why.nb, ...question.options.map(({ text }) => text.nb)]
  return texts.every((text) => text !== '') && briefingQuestionSchema.safeParse(question).success
}

function ReadQuestions({ questions }: { readonly questions: readonly BriefingQuestion[] }) {
  const language = useLanguage()
  return (
    <ol className="lp-plain-list">
      {questions.map(({ id, text, options, why }) => (
        <li key={id} className="lp-briefing__question">
          <strong>{text[language]}</strong>
          <ul className="lp-plain-list">
            {options.map((option) => (
              <li key={option.id}>
                {option.isRight ? (
                  <Status tone="good">{option.text[language]}</Status>
                ) : (
                  option.text[language]
                )}
              </li>
            ))}
          </ul>
          <p className="lp-quiet">{why[language]}</p>
        </li>
      ))}
    </ol>
  )
}

function Attempts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const t = useTexts(poolTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const columns = useMemo((): readonly TableColumn<Attempt>[] => {
    const stateOf = ({ passed }: Attempt) => (passed === null ? 'begun' : passed ? 'passed' : 'failed')
    return [
      { id: 'observer', header: t('test.observer'), value: ({ observer }) => observer },
      {
        id: 'when',
        header: t('test.when'),
        value: ({ startedAt }) => startedAt,
        cell: ({ startedAt }) => format.instant(startedAt),
      },
      {
        id: 'score',
        header: t('test.score'),
        value: ({ right }) => right,
        cell: ({ right, questions }) => `${right} / ${questions}`,
        align: 'end',
      },
      {
        id: 'result',
        header: t('test.result'),
        value: (row) => t(`briefing.${stateOf(row)}`),
        cell: (row) => <Status tone={briefingTones[stateOf(row)]}>{t(`briefing.${stateOf(row)}`)}</Status>,
        filter: { of: stateOf, label: (code) => t(`briefing.${code as 'passed'}`) },
      },
    ]
  }, [t, format])
  return (
    <div className="lp-card">
      <DataTable
        title={t('test.results')}
        rows={attempts}
        columns={columns}
        rowKey={({ attemptId }) => attemptId}
        rowLink={({ observerId }) => observerLink(editionId, observerId)}
        empty={<EmptyState title={t('test.noAttempts')}>{t('test.noAttemptsText')}</EmptyState>}
      />
    </div>
  )
}
