import { methodTexts } from '../../../i18n/method.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { CheckField, LocalizedField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'

/** The comment fields of the form. */
export function Comments() {
  const t = useTexts(methodTexts)
  const { method, change } = useDraft()
  return (
    <section className="lp-card" aria-labelledby="comments-title">
      <h2 id="comments-title">{t('questions.comments')}</h2>
      <IssuesAt path="comments" />
      {method.comments.map((comment, index) => (
        <div key={comment.id} className="lp-editor-form">
          <LocalizedField
            legend={`${t('field.text')} ${index + 1}`}
            value={comment.text}
            onChange={(text) =>
              change((draft) => {
                const own = draft.comments[index]
                if (own) own.text = text
              })
            }
          />
          <CheckField
            label={t('questions.required')}
            checked={comment.required}
            onChange={(required) =>
              change((draft) => {
                const own = draft.comments[index]
                if (own) own.required = required
              })
            }
          />
        </div>
      ))}
    </section>
  )
}
