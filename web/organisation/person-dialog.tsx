import { Alert, Button, Switch, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Person } from '../../src/organisation/contract.ts'
import { api, queryClient } from '../api.ts'
import { FormDialog } from '../design/confirm-dialog.tsx'
import { useProblemText } from '../design/states.tsx'
import { useToast } from '../design/toast.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { RoleChoice } from './role-choice.tsx'

type PersonDialogProps = { readonly person: Person | undefined; readonly onClose: () => void }

export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const t = useTexts(organisationTexts)
  return (
    <FormDialog
      open={person !== undefined}
      title={t('people.editPerson', { name: person?.name ?? '' })}
      onClose={onClose}
    >
      {person !== undefined && <PersonForm person={person} onClose={onClose} />}
    </FormDialog>
  )
}

function PersonForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useTexts(organisationTexts)
  const problemText = useProblemText()
  const toast = useToast()
  const [name, setName] = useState(person.name)
  const [held, setHeld] = useState(person.roles)
  const [active, setActive] = useState(person.active)
  const edit = useMutation(
    api.organisation.people.edit.mutationOptions({
      onSuccess: async (changed) => {
        await queryClient.invalidateQueries({ queryKey: api.organisation.people.key() })
        toast({ text: t('people.saved', { name: changed.name }) })
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') edit.mutate({ personId: person.personId, name, roles: [...held], active })
  }
  return (
    <form className="lp-form" noValidate onSubmit={submit}>
      {edit.error !== null && (
        <Alert data-color="danger" role="alert">
          {problemText(edit.error)}
        </Alert>
      )}
      <Textfield
        label={t('people.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={name.trim() === '' ? t('invitations.nameMissing') : undefined}
      />
      <RoleChoice held={held} onChange={(wanted) => setHeld([...wanted])} />
      <Switch
        label={t('people.mayIn')}
        checked={active}
        onChange={(event) => setActive(event.target.checked)}
      />
      <div>
        <Button type="submit" loading={edit.isPending}>
          {t('people.save')}
        </Button>
      </div>
    </form>
  )
}
