/** The open data as one zip file: the same for everybody, so it is made once for each state of the results. */
import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import type { Context } from '../../../organisation/index.ts'
import { runInThread } from '../../../platform/jobs/index.ts'
import { plainFileName } from '../../reports/rules/file-name.ts'
import { type EditionResults, editionResults } from '../../results/contract.ts'
import { listScored } from '../../results/index.ts'
import type { OpenInput } from '../open-thread.ts'
import { openContacts } from '../rules/anonymise.ts'
import { openFiles } from '../rules/open-files.ts'
import { type LoadedPublication, loadPublished } from './load-published.ts'

const thread = new URL('../open-thread.ts', import.meta.url)
const program = new URL('../open-data/recompute.py', import.meta.url)

/** @throws AppError not-found */
export async function readOpenData(
  context: Context,
  { editionId }: { readonly editionId: string },
): Promise<File> {
  return makeOpenData(context, await loadPublished(context, editionId))
}

export async function makeOpenData(
  { scope, db, now }: Context,
  { edition, published, results, isNamed }: LoadedPublication,
): Promise<File> {
  const { editionId, methodVersion } = edition
  const scored = await listScored(scope, db, { editionId })
  const { method, contacts, isUnchanged } = openContacts(
    { ...edition.method, methodVersion },
    scored,
    isNamed,
  )
  const input: OpenInput = { method, contacts }
  // What is stored beside the results, such as when they changed, is nobody else's business.
  const told = isUnchanged ? editionResults.parse(results) : await runInThread<EditionResults>(thread, input)
  const files = openFiles({
    method,
    contacts,
    results: told,
    readme: {
      organisation: published.organisation,
      edition: published.edition,
      licence: published.settings.licence,
      isUnchanged,
      seed: told.intervals.seed,
    },
  })
  const folder = plainFileName(`${published.organisation} ${published.edition}`)
  const entries = { ...files, 'recompute.py': readFileSync(program, 'utf8') }
  const zip = zipSync(
    Object.fromEntries(Object.entries(entries).map(([name, text]) => [`${folder}/${name}`, strToU8(text)])),
    { mtime: now },
  )
  return new File([new Uint8Array(zip)], `${folder}.zip`, { type: 'application/zip' })
}
