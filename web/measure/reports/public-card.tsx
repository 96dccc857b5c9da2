/** What is public of the edition, chosen here: who is shown, from when, and whether the data are open. */
import { Button, Checkbox, Field, Label, Link, Radio, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toInstant, toLocal } from '../../../src/kernel/zone.ts'
import { licences, type PublicationAnswer } from '../../../src/measure/publication/contract.ts'
import { api, client } from '../../api.ts'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { reportsTexts } from '../../i18n/reports.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { FileButton } from './file-button.tsx'
import { useReportLanguage } from './use-language-choice.tsx'

export function PublicCard() {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const publication = useQuery(api.publication.get.queryOptions({ input: { editionId } }))
  return (
    <section className="lp-card lp-stack">
      <h2>{t('public.title')}</h2>
      <Awaited query={publication}>
        {(answer) => <Loaded answer={answer as PublicationAnswer} key={publication.dataUpdatedAt} />}
      </Awaited>
    </section>
  )
}

function Loaded({ answer }: { readonly answer: PublicationAnswer }) {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const language = useReportLanguage()
  return (
    <>
      <p className="lp-row">
        <Openness answer={answer} />
        {answer.isOpen && answer.path !== null && (
          <Link href={`${answer.path}/${language}`} target="_blank" rel="noopener">
            {t('public.link')}
          </Link>
        )}
      </p>
      <p className="lp-quiet">{t('public.intro')}</p>
      {answer.shared ? <Choice answer={answer} /> : <p>{t('public.notShared')}</p>}
      <div className="lp-report-press">
        <h3>{t('public.press')}</h3>
        <p className="lp-quiet">{t('public.pressHint')}</p>
        <p className="lp-row">
          {(['txt', 'csv', 'xlsx'] as const).map((kind) => (
            <FileButton
              key={kind}
              small
              label={`${t('public.press')}: ${kind}`}
              fetchFile={() => client.publication.press({ editionId, language, format: kind })}
            >
              {kind === 'txt' ? t('public.pressText') : kind.toUpperCase()}
            </FileButton>
          ))}
          <FileButton small fetchFile={() => client.publication.openData({ editionId })}>
            {t('public.openData')}
          </FileButton>
        </p>
      </div>
    </>
  )
}

function Openness({ answer: { isOpen, shared, opensAt } }: { readonly answer: PublicationAnswer }) {
  const t = useTexts(reportsTexts)
  const format = useFormats()
  if (isOpen) return <Status tone="good">{t('public.open')}</Status>
  if (shared && opensAt !== null)
    return <Status tone="warning">{t('public.waiting', { at: format.instant(opensAt) })}</Status>
  return <Status tone="neutral">{t('public.shut')}</Status>
}

/** `2026-05-04T10:00` on the Norwegian clock, as the field writes it, and back. */
function toField(instant: string | null): string {
  if (instant === null) return ''
  const { date, time } = toLocal(new Date(instant))
  return `${date}T${time}`
}

function fromField(text: string): string | null {
  const [date = '', time = ''] = text.split('T')
  return date === '' || time === '' ? null : toInstant(date, time.slice(0, 5)).toISOString()
}

function useSave() {
  const t = useTexts(reportsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation(
    api.publication.set.mutationOptions({
      onSuccess: async () => {
        toast({ text: t('public.saved') })
        await queries.invalidateQueries({ queryKey: api.publication.key() })
      },
    }),
  )
}

function Choice({ answer }: { readonly answer: PublicationAnswer }) {
  const t = useTexts(reportsTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const save = useSave()
  const [listing, setListing] = useState(answer.listing)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const licence = licences.find((one) => one === fields.get('licence')) ?? null
    const namesAll = fields.get('namesAll') === 'yes'
    const opensAt = fromField(String(fields.get('opensAt') ?? ''))
    save.mutate({ editionId, listing, namesAll, licence, opensAt })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      {save.error !== null && <ErrorState error={save.error} />}
      <fieldset className="lp-choices">
        <legend>{t('public.listing')}</legend>
        {(['winners', 'open'] as const).map((one) => (
          <Radio
            key={one}
            name="listing"
            value={one}
            checked={listing === one}
            onChange={() => setListing(one)}
            label={t(one === 'open' ? 'public.list' : 'public.winners')}
            description={t(one === 'open' ? 'public.listHint' : 'public.winnersHint')}
          />
        ))}
      </fieldset>
      {answer.notEntered > 0 ? (
        <Checkbox
          name="namesAll"
          value="yes"
          defaultChecked={answer.namesAll}
          disabled={listing === 'winners'}
          label={t('public.namesAll', { notEntered: format.number(answer.notEntered) })}
        />
      ) : (
        <p className="lp-quiet">{t('public.namesNone')}</p>
      )}
      <Field>
        <Label>{t('public.licence')}</Label>
        <Select name="licence" defaultValue={answer.licence ?? ''}>
          <Select.Option value="">{t('public.licenceNone')}</Select.Option>
          {licences.map((one) => (
            <Select.Option key={one} value={one}>
              {one}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        name="opensAt"
        type="datetime-local"
        label={t('public.opensAt')}
        description={t('public.opensAtHint')}
        defaultValue={toField(answer.opensAt)}
      />
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('public.save')}
        </Button>
      </div>
    </form>
  )
}
