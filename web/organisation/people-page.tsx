import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Person } from '../../src/organisation/contract.ts'
import { api } from '../api.ts'
import { Page } from '../design/page.tsx'
import { Status } from '../design/status.tsx'
import type { TableColumn } from '../design/table/column.ts'
import { DataTable } from '../design/table/data-table.tsx'
import { organisationTexts } from '../i18n/organisation.ts'
import { roleTexts } from '../i18n/roles.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { useHasRole, useMe } from '../session.ts'
import { Invitations } from './invitations.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'

/** Who may sign in, and what they may do. */
export function PeoplePage() {
  const t = useTexts(organisationTexts)
  const { organisation } = useMe()
  const isAdmin = useHasRole('admin')
  const [edited, setEdited] = useState<Person>()
  const [inviting, setInviting] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const people = useQuery(api.organisation.people.list.queryOptions())
  return (
    <Page
      title={t('people.title')}
      subtitle={t('people.subtitle', { organisation: organisation.name })}
      actions={
        isAdmin && (
          <>
            <Button onClick={() => setInviting(true)}>{t('invitations.invite')}</Button>
            <Button variant="secondary" onClick={() => setRenaming(true)}>
              {t('rename.title')}
            </Button>
          </>
        )
      }
    >
      <div className="lp-card">
        <DataTable
          title={t('people.table')}
          rows={people.data?.items}
          error={people.error}
          onAgain={() => void people.refetch()}
          columns={usePersonColumns(isAdmin ? setEdited : undefined)}
          rowKey={(person) => person.personId}
          usualSorting={{ column: 'name', descending: false }}
          name="people"
        />
      </div>
      <div className="lp-card">
        <Invitations isAdmin={isAdmin} />
      </div>
      <PersonDialog person={edited} onClose={() => setEdited(undefined)} />
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
      <RenameDialog open={renaming} onClose={() => setRenaming(false)} />
    </Page>
  )
}

function usePersonColumns(onEdit: ((person: Person) => void) | undefined): readonly TableColumn<Person>[] {
  const t = useTexts(organisationTexts)
  const role = useTexts(roleTexts)
  return useMemo(() => {
    const roleNames = (person: Person): string => person.roles.map((held) => role(held)).join(', ')
    const stateName = (active: boolean): string => t(active ? 'people.active' : 'people.inactive')
    const columns: readonly TableColumn<Person>[] = [
      { id: 'name', header: t('people.name'), value: (person) => person.name },
      { id: 'email', header: t('people.email'), value: (person) => person.email },
      { id: 'roles', header: t('people.roles'), value: (person) => roleNames(person) || t('people.noRoles') },
      {
        id: 'state',
        header: t('people.state'),
        value: (person) => stateName(person.active),
        cell: (person) => (
          <Status tone={person.active ? 'good' : 'neutral'}>{stateName(person.active)}</Status>
        ),
        filter: {
          of: (person) => (person.active ? 'active' : 'closed'),
          label: (code) => stateName(code === 'active'),
        },
      },
    ]
    if (onEdit === undefined) return columns
    const edit: TableColumn<Person> = {
      id: 'edit',
      header: t('people.edit'),
      value: () => null,
      isAction: true,
      cell: (person) => (
        <Button
          variant="tertiary"
          aria-label={t('people.editPerson', { name: person.name })}
          onClick={() => onEdit(person)}
        >
          {t('people.edit')}
        </Button>
      ),
    }
    return [...columns, edit]
  }, [t, role, onEdit])
}
