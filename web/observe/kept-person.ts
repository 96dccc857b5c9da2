/**
 * Who was signed in last on this device, and their list of assignments, so that the app opens without a network.
 * Only an observer is kept; when somebody else signs in, what was kept for reading is removed, and what is not sent
 * yet stays, unseen, until its owner signs in again.
 */
import type { AssignmentList } from '../../src/measure/fieldwork/contract.ts'
import { isUnsent } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import type { Me } from '../../src/organisation/contract.ts'
import { deviceDb, type KeptContact, type KeptList, type Owner, ownerOf } from './device-db.ts'

/** @throws never: a device that keeps nothing still works with a network */
export async function keepPerson(me: Me): Promise<void> {
  try {
    const db = await deviceDb()
    const before = await db.get('person', 'last')
    if (before !== undefined && ownerOf(before) !== ownerOf(me)) await forgetReadable(ownerOf(before))
    if (!me.person.roles.includes('observer')) return await forgetPerson()
    await db.put('person', me, 'last')
  } catch {
    // A browser without a database: the pages say so where it matters.
  }
}

/** The person to go on as while the server cannot be reached. */
export async function keptPerson(): Promise<Me | undefined> {
  try {
    return await (await deviceDb()).get('person', 'last')
  } catch {
    return undefined
  }
}

/** After signing out: nothing of the person is left, nor of their work. */
export async function forgetPerson(): Promise<void> {
  try {
    const db = await deviceDb()
    const last = await db.get('person', 'last')
    await db.delete('person', 'last')
    if (last) await db.delete('lists', ownerOf(last))
  } catch {
    // Nothing was kept.
  }
}

/** Removes lists, addresses and role plays; what is not sent is left, without what it is about. */
async function forgetReadable(owner: Owner): Promise<void> {
  const db = await deviceDb()
  await db.delete('lists', owner)
  const transaction = db.transaction('contacts', 'readwrite')
  for await (const cursor of transaction.store.iterate()) {
    if (cursor.value.owner !== owner) continue
    if (!isUnsent(cursor.value.work)) await cursor.delete()
    else await cursor.update(withoutDetail(cursor.value))
  }
  await transaction.done
}

function withoutDetail({ owner, contactId, work }: KeptContact): KeptContact {
  return { owner, contactId, work }
}

export async function keepList(owner: Owner, list: AssignmentList): Promise<void> {
  try {
    await (await deviceDb()).put('lists', { owner, list, keptAt: Date.now() })
  } catch {
    // Read anew the next time there is a network.
  }
}

export async function keptList(owner: Owner): Promise<KeptList | undefined> {
  try {
    return await (await deviceDb()).get('lists', owner)
  } catch {
    return undefined
  }
}
