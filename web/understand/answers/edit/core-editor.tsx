/** Writing the core: each language with its preview, the sheet around it, and what happens when two write at once. */
import { Alert, Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  AnswerDetail,
  ContentBody,
  SavedOrMet,
  SharedFactLine,
} from '../../../../src/understand/answers/contract.ts'
import { answerChannels } from '../../../../src/understand/answers/rules/answer-words.ts'
import { api } from '../../../api.ts'
import { FormDialog } from '../../../design/confirm-dialog.tsx'
import { useProblemText } from '../../../design/states.tsx'
import { useUnsavedGuard } from '../../../design/use-unsaved-guard.ts'
import { answerTexts } from '../../../i18n/answers.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useKeepAnswer } from '../use-acts.ts'
import { LanguageTexts } from './language-texts.tsx'
import { MergeView } from './merge-view.tsx'

type Met = Extract<SavedOrMet, { is: 'met' }>

export function CoreEditor({
  answer,
  onDone,
}: {
  readonly answer: AnswerDetail
  readonly onDone: () => void
}) {
  const t = useTexts(answerTexts)
  const text = useProblemText()
  const keep = useKeepAnswer()
  const [content, setContent] = useState<ContentBody>(answer.content)
  const [base, setBase] = useState(answer.revision)
  const [note, setNote] = useState('')
  const [met, setMet] = useState<Met>()
  const [merged, setMerged] = useState(false)
  const facts = useQuery(api.answers.facts.list.queryOptions()).data?.items as
    | readonly SharedFactLine[]
    | undefined
  const changed = JSON.stringify(content) !== JSON.stringify(answer.content)
  useUnsavedGuard(changed, { openBy: 'edit' })
  const save = useMutation(
    api.answers.save.mutationOptions({
      onSuccess: (outcome) => {
        const result = outcome as SavedOrMet
        if (result.is === 'met') return setMet(result)
        keep(result.answer, t('edit.saved', { revision: result.answer.revision }))
        onDone()
      },
    }),
  )
  const set = (change: Partial<ContentBody>) => setContent((before) => ({ ...before, ...change }))
  const take = (taken: ContentBody) => {
    setContent(taken)
    setBase(met?.revision ?? base)
    setMerged(true)
    setMet(undefined)
  }
  return (
    <section className="lp-card lp-answer-editor" aria-label={t('edit.title')}>
      <LanguageTexts content={content} onContent={setContent} facts={facts ?? []} />
      <SheetFields content={content} onContent={set} />
      <Textfield
        label={t('edit.note')}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {save.error && (
        <Alert data-color="danger" role="alert">
          {text(save.error)}
        </Alert>
      )}
      <div className="lp-row">
        <Button
          loading={save.isPending}
          onClick={() =>
            save.mutate({ answerId: answer.answerId, baseRevision: base, content, note, merged })
          }
        >
          {t('edit.save')}
        </Button>
        <Button variant="tertiary" onClick={onDone}>
          {t('edit.cancel')}
        </Button>
      </div>
      <FormDialog
        open={met !== undefined}
        title={t('met.title', { by: met?.by ?? t('page.someone') })}
        onClose={() => setMet(undefined)}
      >
        {met && <MergeView met={met} onTake={take} onBack={() => setMet(undefined)} />}
      </FormDialog>
    </section>
  )
}

const boxes = ['tasks', 'goals', 'waysIn', 'waysForward'] as const

function SheetFields({
  content,
  onContent,
}: {
  readonly content: ContentBody
  readonly onContent: (change: Partial<ContentBody>) => void
}) {
  const t = useTexts(answerTexts)
  const { sheet, questions, channels } = content
  return (
    <>
      <div className="lp-columns">
        {boxes.map((box) => (
          <Textfield
            key={box}
            multiline
            rows={3}
            maxLength={4000}
            label={t(`core.${box}`)}
            value={sheet[box]}
            onChange={(event) => onContent({ sheet: { ...sheet, [box]: event.target.value } })}
          />
        ))}
      </div>
      <Textfield
        multiline
        rows={4}
        label={t('edit.questions')}
        value={questions.join('\n')}
        onChange={(event) => onContent({ questions: event.target.value.split('\n').slice(0, 40) })}
      />
      <fieldset className="lp-answer-fieldset">
        <legend>{t('edit.channels')}</legend>
        <div className="lp-answer-channels">
          {answerChannels.map((channel) => (
            <Checkbox
              key={channel}
              label={t(`channel.${channel}`)}
              value={channel}
              checked={channels.includes(channel)}
              onChange={({ target: { checked } }) =>
                onContent({
                  channels: answerChannels.filter((each) =>
                    each === channel ? checked : channels.includes(each),
                  ),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
