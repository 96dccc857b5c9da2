import { Popover } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { languages } from '../../src/kernel/localized.ts'
import type { Me } from '../../src/organisation/contract.ts'
import type { Role } from '../../src/organisation/rules/roles.ts'
import { api } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import { shellTexts } from '../i18n/shell.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import { becomePerson } from '../session.ts'
import { Choice } from './choice.tsx'
import { languageNames, useChooseLanguage } from './language.ts'
import { chooseScheme, schemes, useScheme } from './scheme.ts'
import { SignOut } from './sign-out.tsx'

const seesPeople: readonly Role[] = ['organiser', 'admin']

/** Organisation, person, language, appearance and the way out, behind one button. */
export function Menu({ me }: { readonly me: Me | null }) {
  const t = useTexts(shellTexts)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <div className="lp-menu">
      <Popover.TriggerContext>
        <Popover.Trigger asChild>
          <button type="button" className="lp-menu__open" aria-expanded={open}>
            {me !== null && (
              <span>
                <span className="lp-menu__organisation">{me.organisation.name} · </span>
                <strong>{me.person.name}</strong>
              </span>
            )}
            <span>{me === null ? languageNames[language] : `· ${language}`}</span>
            <span className="lp-visually-hidden">{t('menu.open')}</span>
            <Icon name="chevron" size={16} />
          </button>
        </Popover.Trigger>
        <Popover
          className="lp-menu__panel"
          placement="bottom-end"
          open={open}
          onOpen={() => setOpen(true)}
          onClose={() => setOpen(false)}
        >
          {me !== null && <PersonLinks me={me} onChosen={() => setOpen(false)} />}
          <Settings />
          {me !== null && <SignOut me={me} />}
        </Popover>
      </Popover.TriggerContext>
    </div>
  )
}

function PersonLinks({ me, onChosen }: { readonly me: Me; readonly onChosen: () => void }) {
  const t = useTexts(shellTexts)
  const manages = me.person.roles.some((role) => seesPeople.includes(role))
  return (
    <>
      <Organisations me={me} onChosen={onChosen} />
      <ul className="lp-menu__links">
        <MenuLink onChosen={onChosen} to="/account">
          {t('menu.account')}
        </MenuLink>
        {manages && (
          <>
            <MenuLink onChosen={onChosen} to="/organisation/people">
              {t('menu.people')}
            </MenuLink>
            {me.person.roles.includes('admin') && (
              <MenuLink onChosen={onChosen} to="/organisation/keys">
                {t('menu.keys')}
              </MenuLink>
            )}
            <MenuLink onChosen={onChosen} to="/organisation/audit">
              {t('menu.audit')}
            </MenuLink>
          </>
        )}
      </ul>
      <hr />
    </>
  )
}

function MenuLink(props: {
  readonly to: '/account' | '/organisation/people' | '/organisation/keys' | '/organisation/audit'
  readonly onChosen: () => void
  readonly children: ReactNode
}) {
  return (
    <li>
      <Link to={props.to} onClick={props.onChosen}>
        {props.children}
      </Link>
    </li>
  )
}

/** The person's other organisations; the whole page follows to the one that is chosen. */
function Organisations({ me, onChosen }: { readonly me: Me; readonly onChosen: () => void }) {
  const t = useTexts(shellTexts)
  const navigate = useNavigate()
  const change = useMutation(
    api.session.switchOrganisation.mutationOptions({
      onSuccess: (next) => {
        becomePerson(next)
        onChosen()
        void navigate({ to: '/' })
      },
    }),
  )
  if (me.organisations.length < 2) return null
  return (
    <>
      <ul className="lp-menu__links" aria-label={t('menu.organisation')}>
        {me.organisations.map(({ organisationId, name }) => (
          <li key={organisationId}>
            <button
              type="button"
              aria-current={organisationId === me.organisation.organisationId ? 'true' : undefined}
              onClick={() => change.mutate({ organisationId })}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      <hr />
    </>
  )
}

function Settings() {
  const t = useTexts(shellTexts)
  return (
    <>
      <Choice
        legend={t('menu.language')}
        value={useLanguage()}
        options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        onChoose={useChooseLanguage()}
      />
      <Choice
        legend={t('menu.scheme')}
        value={useScheme()}
        options={schemes.map((value) => ({ value, label: t(`menu.${value}`) }))}
        onChoose={chooseScheme}
      />
    </>
  )
}
