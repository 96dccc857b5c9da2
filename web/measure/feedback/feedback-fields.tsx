/** What everybody who gives feedback is asked: what it is about, the words, and whether a reply is wanted. */
import { Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { type FeedbackTopic, feedbackTopics } from '../../../src/measure/feedback/contract.ts'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'

export type Said = {
  readonly topic: FeedbackTopic
  readonly text: string
  readonly wantsReply: boolean
}

export const nothingSaid: Said = { topic: 'questions', text: '', wantsReply: true }

type Props = { readonly said: Said; readonly onSaid: (said: Said) => void }

export function FeedbackFields({ said, onSaid }: Props) {
  const t = useTexts(feedbackTexts)
  return (
    <>
      <Field>
        <Label>{t('mine.topic')}</Label>
        <Select
          value={said.topic}
          onChange={({ target: { value } }) =>
            onSaid({ ...said, topic: feedbackTopics.find((topic) => topic === value) ?? 'other' })
          }
        >
          {feedbackTopics.map((topic) => (
            <Select.Option key={topic} value={topic}>
              {t(`topic.${topic}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        multiline
        rows={6}
        maxLength={4000}
        required
        label={t('mine.text')}
        description={t('mine.noNames')}
        value={said.text}
        onChange={(event) => onSaid({ ...said, text: event.target.value })}
      />
      <Checkbox
        label={t('mine.wantsReply')}
        checked={said.wantsReply}
        onChange={(event) => onSaid({ ...said, wantsReply: event.target.checked })}
      />
    </>
  )
}
