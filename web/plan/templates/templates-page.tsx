/** Which kinds of shift may be used: the search for shifts makes no others. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TemplateView } from '../../../src/plan/shifts/people/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog, FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { shiftTemplateTexts } from '../../i18n/shift-templates.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { ShiftParts } from '../shift-parts.tsx'
import { useDaysInWords } from '../weekdays.ts'
import { TemplateForm } from './template-form.tsx'
import './templates.css'

export function TemplatesPage() {
  const t = useTexts(shiftTemplateTexts)
  const [editing, setEditing] = useState<TemplateView | 'new'>()
  const query = useQuery(api.shifts.templates.list.queryOptions({ input: {} }))
  const items = query.data?.items as TemplateView[] | undefined
  return (
    <PlanFrame
      part="shifts"
      width="wide"
      title={items?.length ? t('title', { n: items.length }) : t('titleNone')}
      subtitle={t('subtitle')}
      actions={<Button onClick={() => setEditing('new')}>{t('add')}</Button>}
    >
      <ShiftParts current="templates" />
      <Awaited query={{ ...query, data: items }} lines={8}>
        {(all) =>
          all.length === 0 ? (
            <div className="lp-card">
              <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
            </div>
          ) : (
            <div className="lp-columns lp-columns--wide">
              {all.map((template) => (
                <TemplateCard
                  key={template.templateId}
                  template={template}
                  onEdit={() => setEditing(template)}
                />
              ))}
            </div>
          )
        }
      </Awaited>
      <FormDialog
        open={editing !== undefined}
        title={t(editing === 'new' ? 'add' : 'edit')}
        onClose={() => setEditing(undefined)}
      >
        <TemplateForm
          {...(editing !== 'new' && editing && { template: editing })}
          onDone={() => setEditing(undefined)}
        />
      </FormDialog>
    </PlanFrame>
  )
}

type CardProps = { readonly template: TemplateView; readonly onEdit: () => void }

function TemplateCard({ template, onEdit }: CardProps) {
  const t = useTexts(shiftTemplateTexts)
  const { time, number } = useFormats()
  const inWords = useDaysInWords()
  const hours = (minutes: number) => number(minutes / 60)
  const { name, earliestStart, latestStart, startEvery, lengths, breaks } = template
  return (
    <article className="lp-card">
      <h2>{name}</h2>
      <ul className="lp-plain-list">
        <li>{inWords(template.weekdays)}</li>
        <li>
          {earliestStart === latestStart
            ? t('startsAt', { time: time(earliestStart) })
            : t('starts', { from: time(earliestStart), to: time(latestStart), every: startEvery })}
        </li>
        <li>{t('lengths', { hours: lengths.map(hours).join(', ') })}</li>
        {breaks.map(({ minutes, earliest, latest, fromLength }) => (
          <li key={`${earliest} ${latest} ${minutes}`}>
            {t('pause', { minutes, from: hours(earliest), to: hours(latest) })}
            {fromLength !== undefined && ` ${t('pauseFrom', { hours: hours(fromLength) })}`}
          </li>
        ))}
        {breaks.length === 0 && <li>{t('noPause')}</li>}
      </ul>
      <div className="lp-row lp-no-print">
        <Button variant="secondary" data-size="sm" aria-label={t('editOne', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
        <Remove template={template} />
      </div>
    </article>
  )
}

function Remove({ template: { templateId, name } }: Pick<CardProps, 'template'>) {
  const t = useTexts(shiftTemplateTexts)
  const toast = useToast()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const remove = useMutation({
    ...api.shifts.templates.remove.mutationOptions(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: api.shifts.templates.key() })
      toast({ text: t('removed') })
    },
  })
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={t('removeOne', { name })}
        onClick={() => setIsAsking(true)}
      >
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('removeTitle', { name })}
        confirm={t('remove')}
        dangerous
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ templateId })}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('removeText')}</p>
        {remove.error && <ErrorState error={remove.error} />}
      </ConfirmDialog>
    </>
  )
}
