/** The database in the observer's browser. Every row says whose it is, so that two people can share a phone. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { AssignmentDetail, AssignmentList } from '../../src/measure/fieldwork/contract.ts'
import type { UnsentWork } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import type { Me } from '../../src/organisation/contract.ts'

/** Whose it is: a person in an organisation, `organisationId:personId`. */
export type Owner = string

export function ownerOf({ organisation, person }: Me): Owner {
  return `${organisation.organisationId}:${person.personId}`
}

/** One assignment on this device: as the server told it last, and what was done since. */
export type KeptContact = {
  readonly owner: Owner
  readonly contactId: string
  readonly detail?: AssignmentDetail
  /** When the server told it, by this device. */
  readonly detailAt?: number
  readonly work: UnsentWork
}

export type KeptList = { readonly owner: Owner; readonly list: AssignmentList; readonly keptAt: number }

interface DeviceSchema extends DBSchema {
  contacts: { key: [Owner, string]; value: KeptContact }
  lists: { key: Owner; value: KeptList }
  /** Who was signed in last, under the one key `last`. */
  person: { key: 'last'; value: Me }
}

export type DeviceDb = IDBPDatabase<DeviceSchema>

const name = 'lyttepost-observe'
let opening: Promise<DeviceDb> | undefined

/** @throws DOMException or TypeError where the browser has no database, or will not open it */
export function deviceDb(): Promise<DeviceDb> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

function open(): Promise<DeviceDb> {
  return openDB<DeviceSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('contacts', { keyPath: ['owner', 'contactId'] })
      db.createObjectStore('lists', { keyPath: 'owner' })
      db.createObjectStore('person')
    },
    // A newer version of the program in another tab wants to change it: let go, and open it again when needed.
    blocking: (_from, _to, event) => {
      opening = undefined
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => {
      opening = undefined
    },
  })
}

/** Everything of one owner in `contacts`. */
export function rangeOf(owner: Owner): IDBKeyRange {
  return IDBKeyRange.bound([owner], [owner, []])
}
