/** Whom do we look for, and what works? Counts, never names. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Ad, ChannelResultView, Recruitment } from '../../../src/plan/headcount/contract.ts'
import { api, client as caller } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { AdForm } from './ad-form.tsx'
import { PeopleFrame } from './people-frame.tsx'
import { Checklist, ProfileForm } from './profile.tsx'
import './people.css'

export function RecruitmentPage() {
  const t = useTexts(headcountTexts)
  const query = useQuery(api.headcount.recruitment.get.queryOptions())
  const recruitment = query.data as Recruitment | undefined
  const title = useTitle(recruitment?.channels)
  const [editing, setEditing] = useState<Ad | 'new' | null>(null)
  const download = useMutation({
    mutationFn: () => caller.headcount.recruitment.export({}),
    onSuccess: (file) => saveFile(file.name, file),
  })
  const ad = editing === 'new' || editing === null ? undefined : editing
  return (
    <PeopleFrame
      tab="recruitment"
      width="wide"
      title={title}
      subtitle={t('recruit.subtitle')}
      actions={
        <>
          <Button onClick={() => setEditing('new')}>{t('recruit.newAd')}</Button>
          <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
            {t('export')}
          </Button>
        </>
      }
    >
      <Awaited query={query}>
        {() => (
          <>
            {recruitment!.channels.length > 0 && <Channels channels={recruitment!.channels} />}
            <Ads ads={recruitment!.ads} onEdit={setEditing} />
            <div className="lp-columns lp-columns--wide">
              <Checklist attractions={recruitment!.attractions} />
              <ProfileForm profile={recruitment!.profile} />
            </div>
          </>
        )}
      </Awaited>
      <FormDialog
        open={editing !== null}
        title={ad ? t('recruit.editAd', { title: ad.title }) : t('recruit.newAd')}
        onClose={() => setEditing(null)}
      >
        <AdForm ad={ad} onDone={() => setEditing(null)} />
      </FormDialog>
    </PeopleFrame>
  )
}

/** A share of fewer people than these is no finding. */
const fewest = 5

function useTitle(channels: readonly ChannelResultView[] | undefined): string {
  const t = useTexts(headcountTexts)
  const { percent } = useFormats()
  const best = channels?.find(({ here12 }) => here12 !== null && here12.n >= fewest)
  if (!best) return t('recruit.title.none')
  return t('recruit.title.best', {
    channel: t(`recruit.channel.${best.channel}`),
    share: percent(best.here12!.share),
  })
}

function Channels({ channels }: { readonly channels: readonly ChannelResultView[] }) {
  const t = useTexts(headcountTexts)
  const { percent, number } = useFormats()
  const columns = useMemo((): readonly TableColumn<ChannelResultView>[] => {
    const share = (id: 'here6' | 'here12'): TableColumn<ChannelResultView> => ({
      id,
      header: t(`recruit.column.${id}`),
      value: (row) => row[id]?.share ?? null,
      align: 'end',
      cell: (row) => {
        const own = row[id]
        if (own === null) return '–'
        return (
          <>
            {percent(own.share)}
            <span className="lp-small lp-quiet lp-under lp-nowrap">
              {`${percent(own.low)}–${percent(own.high)} · n ${number(own.n)}`}
            </span>
          </>
        )
      },
    })
    const count = (
      id: 'ads' | 'applicants' | 'hired' | 'perHire' | 'costPerHire' | 'costPerStay',
      decimals = 0,
    ): TableColumn<ChannelResultView> => ({
      id,
      header: t(`recruit.column.${id}`),
      value: (row) => row[id],
      decimals,
      align: 'end',
    })
    return [
      {
        id: 'channel',
        header: t('recruit.column.channel'),
        value: ({ channel }) => t(`recruit.channel.${channel}`),
      },
      count('ads'),
      count('applicants'),
      count('hired'),
      count('perHire', 1),
      count('costPerHire'),
      share('here6'),
      share('here12'),
      count('costPerStay'),
    ]
  }, [t, percent, number])
  return (
    <div className="lp-card">
      <DataTable
        name="channel"
        title={t('recruit.channels')}
        rows={channels}
        columns={columns}
        rowKey={({ channel }) => channel}
      />
    </div>
  )
}

function Ads({ ads, onEdit }: { readonly ads: readonly Ad[]; readonly onEdit: (ad: Ad) => void }) {
  const t = useTexts(headcountTexts)
  const { date } = useFormats()
  const columns = useMemo((): readonly TableColumn<Ad>[] => {
    const count = (id: 'applicants' | 'interviewed' | 'offered' | 'hired' | 'here6' | 'here12' | 'cost') => ({
      id,
      header: t(`recruit.field.${id}`),
      value: (ad: Ad) => ad[id],
      decimals: 0,
      align: 'end' as const,
    })
    return [
      {
        id: 'title',
        header: t('recruit.field.title'),
        value: ({ title }) => title,
        cell: (ad) => (
          <Button variant="tertiary" data-size="sm" onClick={() => onEdit(ad)}>
            {ad.title}
          </Button>
        ),
      },
      {
        id: 'channel',
        header: t('recruit.field.channel'),
        value: ({ channel }) => t(`recruit.channel.${channel}`),
      },
      {
        id: 'published',
        header: t('recruit.field.publishedOn'),
        value: ({ publishedOn }) => publishedOn,
        cell: ({ publishedOn }) => <span className="lp-nowrap">{date(publishedOn)}</span>,
      },
      count('applicants'),
      count('interviewed'),
      count('offered'),
      count('hired'),
      count('here6'),
      count('here12'),
      count('cost'),
    ]
  }, [t, date, onEdit])
  return (
    <div className="lp-card">
      <DataTable
        name="ad"
        title={t('recruit.ads')}
        rows={ads}
        columns={columns}
        rowKey={({ adId }) => adId}
        empty={<EmptyState title={t('recruit.ads')}>{t('recruit.empty')}</EmptyState>}
      />
    </div>
  )
}
