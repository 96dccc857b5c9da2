import { methodTexts } from '../../../i18n/method.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { LocalizedField, TextField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'

/** What the method is called, and the version that every score carries. */
export function Identity() {
  const t = useTexts(methodTexts)
  const { method, change } = useDraft()
  return (
    <section className="lp-card" aria-labelledby="identity-title">
      <h2 id="identity-title">{t('identity.title')}</h2>
      <IssuesAt path="methodVersion" />
      <IssuesAt path="name" />
      <TextField
        label={t('identity.version')}
        hint={t('identity.versionHint')}
        value={method.methodVersion}
        onChange={(version) =>
          change((draft) => {
            draft.methodVersion = version
          })
        }
      />
      <LocalizedField
        legend={t('field.name')}
        value={method.name}
        onChange={(name) =>
          change((draft) => {
            draft.name = name
          })
        }
      />
    </section>
  )
}
