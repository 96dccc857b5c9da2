import type { Language } from '../../src/kernel/localized.ts'
import { languages } from '../../src/kernel/localized.ts'
import { Page } from '../design/page.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { roleTexts } from '../i18n/roles.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import { useMe } from '../session.ts'
import { Choice } from '../shell/choice.tsx'
import { languageNames, useChooseLanguage } from '../shell/language.ts'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions.tsx'

/** The person's own: language, password, and where they are signed in. */
export function AccountPage() {
  const t = useTexts(organisationTexts)
  const role = useTexts(roleTexts)
  const { person } = useMe()
  const chooseLanguage = useChooseLanguage()
  return (
    <Page title={t('account.title')} subtitle={t('account.subtitle', person)}>
      <div className="lp-columns lp-columns--wide">
        <section className="lp-card">
          <h2>{t('account.roles')}</h2>
          <p>{person.roles.map((held) => role(held)).join(', ') || t('people.noRoles')}</p>
          <Choice<Language>
            legend={t('account.language')}
            value={useLanguage()}
            options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
            onChoose={chooseLanguage}
          />
        </section>
        <section className="lp-card">
          <h2>{t('account.password')}</h2>
          <PasswordForm />
        </section>
      </div>
      <div className="lp-card">
        <Sessions />
      </div>
    </Page>
  )
}
