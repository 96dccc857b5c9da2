import type { Role } from '../../src/organisation/rules/roles.ts'
import { Icon } from '../design/icon.tsx'
import { roleTexts } from '../i18n/roles.ts'
import { signInTexts } from '../i18n/sign-in.ts'
import { useTexts } from '../i18n/use-texts.ts'
import type { Credentials, SignIn } from './use-sign-in.ts'

type DemoSignIn = Credentials & { readonly role: Role; readonly name: string }

/** One button for each role of the demo world. */
export function DemoSignIns(props: { readonly signIns: readonly DemoSignIn[]; readonly signIn: SignIn }) {
  const t = useTexts(signInTexts)
  const role = useTexts(roleTexts)
  return (
    <section className="lp-card" aria-labelledby="demo-roles">
      <div>
        <h2 id="demo-roles">{t('demoTitle')}</h2>
        <p className="lp-quiet">{t('demoText')}</p>
      </div>
      <ul className="lp-demo-roles">
        {props.signIns.map(({ role: held, name, email, password }) => (
          <li key={email}>
            <button
              type="button"
              disabled={props.signIn.isPending}
              onClick={() => props.signIn.mutate({ email, password })}
            >
              <Icon name="person" />
              <span>
                <strong>{role(held)}</strong>
                <span className="lp-quiet">
                  {name}, {role(`does.${held}`)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
