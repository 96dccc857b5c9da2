/** The open links: who has one, and a new one, which is shown once. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api, client as server } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { useToast } from '../../design/toast.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Props = { readonly editionId: string; readonly title: string }
type Row = Awaited<ReturnType<typeof server.feedback.links.list>>['items'][number]

export function Links({ editionId, title }: Props) {
  const t = useTexts(feedbackTexts)
  const query = useQuery(api.feedback.links.list.queryOptions({ input: { editionId } }))
  const client = useQueryClient()
  const [made, setMade] = useState<{ readonly participant: string; readonly link: string }>()
  const make = useMutation({
    mutationFn: async ({ participantId, participant }: Row) => ({
      participant,
      ...(await server.feedback.links.make({ editionId, participantId })),
    }),
    onSuccess: async (shown) => {
      setMade(shown)
      await client.invalidateQueries({ queryKey: api.feedback.links.key() })
    },
  })
  const columns = useColumns(make.mutate, make.isPending)
  return (
    <div className="lp-card">
      <p className="lp-quiet lp-prose">{t('links.text')}</p>
      <DataTable
        title={title}
        name="links"
        rows={query.data?.items}
        columns={columns}
        rowKey={({ participantId }) => participantId}
        error={query.error ?? make.error}
        onAgain={() => void query.refetch()}
      />
      <FormDialog
        open={made !== undefined}
        title={t('links.shown', { participant: made?.participant ?? '' })}
        onClose={() => setMade(undefined)}
      >
        {made && <NewLink link={made.link} />}
      </FormDialog>
    </div>
  )
}

function NewLink({ link }: { readonly link: string }) {
  const t = useTexts(feedbackTexts)
  const toast = useToast()
  const copy = (): void => {
    navigator.clipboard.writeText(link).then(
      () => toast({ text: t('links.copied') }),
      // Without leave to write there, the field is there to be copied by hand.
      () => undefined,
    )
  }
  return (
    <>
      <p>{t('links.shownText')}</p>
      <Textfield
        label={t('links.field')}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <Button onClick={copy}>{t('links.copy')}</Button>
      </div>
    </>
  )
}

function useColumns(onMake: (row: Row) => void, busy: boolean): readonly TableColumn<Row>[] {
  const t = useTexts(feedbackTexts)
  const format = useFormats()
  return useMemo(
    () => [
      { id: 'participant', header: t('links.participant'), value: ({ participant }) => participant },
      {
        id: 'made',
        header: t('links.made'),
        value: ({ madeAt }) => madeAt?.slice(0, 10) ?? null,
        cell: ({ madeAt }) => (madeAt ? format.date(madeAt) : t('links.notMade')),
      },
      { id: 'received', header: t('links.received'), value: ({ received }) => received },
      {
        id: 'actions',
        header: t('links.actions'),
        isAction: true,
        value: () => null,
        cell: (row) => (
          <Button
            variant="tertiary"
            data-size="sm"
            disabled={busy}
            aria-label={t('links.makeFor', { participant: row.participant })}
            onClick={() => onMake(row)}
          >
            {row.madeAt ? t('links.renew') : t('links.make')}
          </Button>
        ),
      },
    ],
    [t, format, onMake, busy],
  )
}
