/** Everything that the page, the press list and the open data tell of one edition. */
import type { ChangeLine } from '../../appeals/contract.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import type { EditionResults } from '../../results/contract.ts'
import type { PublicationSettings } from '../contract.ts'
import type { PublicEdition } from './public-edition.ts'

export type Published = {
  readonly organisation: string
  readonly edition: string
  /** Without a slash at the end, such as `/public/fjordprisen-utgave-2026`. */
  readonly path: string
  readonly method: EditionMethod
  readonly results: Pick<
    EditionResults,
    'all' | 'bands' | 'intervals' | 'methodVersion' | 'participants' | 'classes'
  >
  /** ISO 8601. */
  readonly computedAt: string
  readonly settings: PublicationSettings
  readonly shown: PublicEdition
  readonly changes: readonly ChangeLine[]
}
