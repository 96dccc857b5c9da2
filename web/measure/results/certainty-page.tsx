import { useQuery } from '@tanstack/react-query'
import type { Certainty, CertaintyAnswer } from '../../../src/measure/results/contract.ts'
import { halfWidth as halfWidthOf } from '../../../src/measure/results/rules/certainty.ts'
import { api } from '../../api.ts'
import { Heatmap } from '../../design/chart/heatmap.tsx'
import { Figure } from '../../design/figure.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { certaintyTexts } from '../../i18n/certainty.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import './results.css'

/** What can this many contacts tell, and what can they not? */
export function CertaintyPage() {
  const t = useTexts(certaintyTexts)
  const editionId = useEditionId()
  const answer = useQuery(api.results.certainty.queryOptions({ input: { editionId } }))
  const trail = [
    {
      to: '/measure/editions/$editionId/results' as const,
      params: { editionId },
      label: t('page.results'),
    },
  ]
  const data = answer.data as CertaintyAnswer | undefined
  if (data?.certainty) return <Loaded certainty={data.certainty} trail={trail} />
  return (
    <EditionFrame title={data ? t('page.none') : t('page.crumb')} trail={trail}>
      <Awaited query={answer}>
        {() => <EmptyState title={t('page.none')}>{t('page.empty')}</EmptyState>}
      </Awaited>
    </EditionFrame>
  )
}

type Props = { readonly certainty: Certainty }
type Trail = Parameters<typeof EditionFrame>[0]['trail']

function Loaded({ certainty, trail }: Props & { readonly trail: Trail }) {
  const t = useTexts(certaintyTexts)
  const { number } = useFormats()
  const { contacts, participants, withinSd, halfWidth } = certainty
  const n = number(contacts)
  return (
    <EditionFrame
      title={t('page.title', { n, half: number(halfWidth, 1) })}
      subtitle={t('page.subtitle', { participants: number(participants), sd: number(withinSd, 1) })}
      {...(trail ? { trail } : {})}
    >
      <Headlines certainty={certainty} />
      <div className="lp-card">
        <Plain certainty={certainty} />
      </div>
      <div className="lp-card">
        <Sizes certainty={certainty} />
      </div>
      {certainty.classes.length > 0 && (
        <div className="lp-card">
          <Classes certainty={certainty} />
        </div>
      )}
      <div className="lp-card">
        <Needed certainty={certainty} />
      </div>
      <p className="lp-small lp-quiet">{t('page.method')}</p>
    </EditionFrame>
  )
}

function Headlines({ certainty }: Props) {
  const t = useTexts(certaintyTexts)
  const { number } = useFormats()
  const { contacts, participants, halfWidth, difference, betweenSd } = certainty
  const points = (value: number) => t('page.points', { value: number(value, 1) })
  return (
    <div className="lp-results-figures">
      <Figure
        label={t('page.half')}
        value={`± ${points(halfWidth)}`}
        n={contacts}
        note={t('page.halfNote')}
      />
      <Figure
        label={t('page.difference')}
        value={points(difference)}
        n={contacts}
        note={t('page.differenceNote')}
      />
      <Figure
        label={t('page.between')}
        value={points(betweenSd)}
        n={participants}
        note={betweenSd === 0 ? t('page.betweenNone') : t('page.betweenNote')}
      />
    </div>
  )
}

function Plain({ certainty }: Props) {
  const t = useTexts(certaintyTexts)
  const { number } = useFormats()
  const { contacts, withinSd, halfWidth, difference } = certainty
  const sums = {
    sd: number(withinSd, 1),
    n: number(contacts),
    half: number(halfWidth, 1),
    difference: number(difference, 1),
    atTwenty: number(halfWidthOf(20, contacts), 1),
  }
  return (
    <div className="lp-can">
      <section>
        <h2>{t('page.can')}</h2>
        <ul>
          <li>{t('page.can1')}</li>
          <li>{t('page.can2', sums)}</li>
          <li>{t('page.can3')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('page.cannot')}</h2>
        <ul>
          <li>{t('page.cannot1')}</li>
          <li>{t('page.cannot2')}</li>
          <li>{t('page.cannot3')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('page.arithmetic')}</h2>
        <p>{t('page.arithmeticHalf', sums)}</p>
        <p>{t('page.arithmeticDifference', sums)}</p>
      </section>
    </div>
  )
}

function Sizes({ certainty: { firstChances } }: Props) {
  const t = useTexts(certaintyTexts)
  const { percent } = useFormats()
  const sizes = [...new Set(firstChances.map(({ participants }) => participants))]
  const counts = [...new Set(firstChances.map(({ contacts }) => contacts))]
  const chance = (participants: number, contacts: number) =>
    firstChances.find((one) => one.participants === participants && one.contacts === contacts)?.chance ?? 0
  return (
    <Heatmap
      title={t('page.sizes')}
      subtitle={t('page.sizesNote')}
      scale="amount"
      steps={[40, 55, 70, 85]}
      columns={counts.map((count) => t('page.contacts', { n: count }))}
      rows={sizes.map((count) => ({
        name: t('page.size', { n: count }),
        cells: counts.map((contacts) => ({
          value: chance(count, contacts) * 100,
          text: percent(chance(count, contacts)),
        })),
      }))}
    />
  )
}

type ClassLine = Certainty['classes'][number]

function Classes({ certainty }: Props) {
  const t = useTexts(certaintyTexts)
  const { percent, number } = useFormats()
  const columns: readonly TableColumn<ClassLine>[] = [
    { id: 'class', header: t('page.class'), value: (row) => row.class },
    { id: 'participants', header: t('page.participantsColumn'), value: (row) => row.participants },
    { id: 'difference', header: t('page.classDifference'), value: (row) => row.difference, decimals: 1 },
    {
      id: 'chance',
      header: t('page.firstChance'),
      value: (row) => row.firstChance * 100,
      cell: (row) => percent(row.firstChance),
      align: 'end',
    },
  ]
  return (
    <>
      <DataTable
        title={t('page.classes')}
        name="classes"
        rows={certainty.classes}
        columns={columns}
        rowKey={(row) => row.class}
        usualSorting={{ column: 'participants', descending: true }}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('page.classesNote', { rounds: number(2000) })}</p>
    </>
  )
}

type NeededLine = Certainty['needed'][number]

function Needed({ certainty: { needed } }: Props) {
  const t = useTexts(certaintyTexts)
  const { number } = useFormats()
  const columns: readonly TableColumn<NeededLine>[] = [
    {
      id: 'difference',
      header: t('page.neededDifference'),
      value: (row) => row.difference,
      cell: (row) => t('page.points', { value: number(row.difference) }),
      align: 'start',
    },
    { id: 'contacts', header: t('page.neededContacts'), value: (row) => row.contacts },
  ]
  return (
    <>
      <DataTable
        title={t('page.needed')}
        name="needed"
        rows={needed}
        columns={columns}
        rowKey={(row) => String(row.difference)}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('page.neededNote')}</p>
    </>
  )
}
