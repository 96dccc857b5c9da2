/** Recruitment: whom we look for, what makes us attractive, and what advertisements have led to. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { writeCsv } from '../../../platform/files/write-csv.ts'
import type { Ad, AdFields, ChannelResultView, Recruitment, RecruitmentProfile } from '../contract.ts'
import {
  type Attraction,
  type AttractionState,
  attractions,
  type ChannelResult,
  channelResults,
  funnelFault,
} from '../rules/recruitment.ts'
import {
  deleteAd,
  findProfile,
  listAds,
  listAttractions,
  saveAdRow,
  saveAttraction,
  saveProfileRow,
} from '../store/recruitment-store.ts'

type Done = Record<string, never>

export async function readRecruitment({ scope, db }: Context): Promise<Recruitment> {
  const said = await listAttractions(scope, db)
  const ads = await listAds(scope, db)
  return {
    profile: await findProfile(scope, db),
    attractions: attractions.map((attraction) => {
      const own = said.find((each) => each.attraction === attraction)
      return { attraction, state: own?.state ?? null, note: own?.note ?? '' }
    }),
    ads,
    channels: channelResults(ads).map(viewOf),
  }
}

function viewOf(result: ChannelResult): ChannelResultView {
  const shareOf = (of: ChannelResult['here6']) =>
    of && { share: of.share, low: of.interval[0], high: of.interval[1], n: of.n }
  return { ...result, here6: shareOf(result.here6), here12: shareOf(result.here12) }
}

export async function saveProfile(context: Context, profile: RecruitmentProfile): Promise<Done> {
  const { scope, now } = context
  return changing(context, 'profile', scope.organisationId, (trx) =>
    saveProfileRow(scope, trx, { ...profile, now }),
  )
}

export async function setAttraction(
  context: Context,
  said: { readonly attraction: Attraction; readonly state: AttractionState; readonly note: string },
): Promise<Done> {
  const { scope, now } = context
  return changing(context, 'attraction', scope.organisationId, (trx) =>
    saveAttraction(scope, trx, { ...said, now }),
  )
}

/** @throws AppError invalid-input with the count that is more than the one before it */
export async function addAd(context: Context, fields: AdFields): Promise<{ adId: string }> {
  checkCounts(fields)
  const { scope, now } = context
  const adId = newId(now.getTime())
  await changing(context, 'ad', adId, (trx) => saveAdRow(scope, trx, { ...fields, adId, now }))
  return { adId }
}

/** @throws AppError not-found · invalid-input */
export async function saveAd(context: Context, ad: Ad): Promise<Done> {
  checkCounts(ad)
  const { scope, now } = context
  return changing(context, 'ad', ad.adId, async (trx) => {
    const known = await listAds(scope, trx)
    if (!known.some(({ adId }) => adId === ad.adId)) throw new AppError('not-found')
    await saveAdRow(scope, trx, { ...ad, now })
  })
}

/** @throws AppError not-found */
export async function removeAd(context: Context, { adId }: { readonly adId: string }): Promise<Done> {
  return changing(context, 'ad-removed', adId, async (trx) => {
    if (!(await deleteAd(context.scope, trx, adId))) throw new AppError('not-found')
  })
}

function checkCounts(fields: AdFields): void {
  const path = funnelFault(fields)
  if (path) throw new AppError('invalid-input', {}, [{ code: 'order', path }])
}

async function changing(
  context: Context,
  what: string,
  id: string,
  save: (trx: Db) => Promise<void>,
): Promise<Done> {
  await inTransaction(context.db, async (trx) => {
    await save(trx)
    const subject = { kind: 'recruitment', id }
    await recordAudit(context, { action: `recruitment.${what}`, subject }, trx)
  })
  return {}
}

export async function exportRecruitment({ scope, db }: Context): Promise<File> {
  const ads = await listAds(scope, db)
  const columns = [
    'publishedOn',
    'title',
    'channel',
    'positions',
    'cost',
    'applicants',
    'interviewed',
    'offered',
    'hired',
    'here6',
    'here12',
  ] as const
  const rows = ads.map((ad) => columns.map((column) => ad[column]))
  const text = writeCsv([[...columns], ...rows], { byteOrderMark: true })
  return new File([text], 'recruitment.csv', { type: 'text/csv; charset=utf-8' })
}
