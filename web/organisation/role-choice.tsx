import { Checkbox, Fieldset, ValidationMessage } from '@digdir/designsystemet-react'
import { type Role, roles } from '../../src/organisation/rules/roles.ts'
import { organisationTexts } from '../i18n/organisation.ts'
import { roleTexts } from '../i18n/roles.ts'
import { useTexts } from '../i18n/use-texts.ts'

export type RoleChoiceProps = {
  readonly held: readonly Role[]
  readonly onChange: (held: readonly Role[]) => void
  readonly error?: string | undefined
}

export function RoleChoice({ held, onChange, error }: RoleChoiceProps) {
  const t = useTexts(organisationTexts)
  const role = useTexts(roleTexts)
  const toggle = (toggled: Role): void =>
    onChange(roles.filter((candidate) => held.includes(candidate) !== (candidate === toggled)))
  return (
    <Fieldset>
      <Fieldset.Legend>{t('people.roles')}</Fieldset.Legend>
      {roles.map((candidate) => (
        <Checkbox
          key={candidate}
          label={role(candidate)}
          description={role(`does.${candidate}`)}
          checked={held.includes(candidate)}
          onChange={() => toggle(candidate)}
        />
      ))}
      {error !== undefined && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  )
}
