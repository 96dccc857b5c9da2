/** Which folder is read, how often, how the last time went, and a way to fetch now. */
import { Alert, Button, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { type ErrorCode, errorStatus } from '../../../src/kernel/errors.ts'
import type { IntakeMailbox } from '../../../src/understand/intake/contract.ts'
import { api, queryClient } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { errorTexts } from '../../i18n/errors.ts'
import { intakeTexts } from '../../i18n/intake.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useManagesIntake } from './manages.ts'
import { Choice } from './options.tsx'

type Props = { readonly sourceId: string; readonly mailbox: IntakeMailbox | null }

const securities = ['tls', 'starttls', 'none'] as const

export function MailboxCard({ sourceId, mailbox }: Props) {
  const t = useTexts(intakeTexts)
  const manages = useManagesIntake()
  return (
    <section className="lp-card" aria-labelledby="mailbox-title">
      <div className="lp-card__head">
        <h2 id="mailbox-title">{t('mailbox.title')}</h2>
        {mailbox && <LastFetch mailbox={mailbox} />}
      </div>
      <p className="lp-quiet">{t('mailbox.readOnly')}</p>
      {mailbox && manages && <FetchNow sourceId={sourceId} />}
      {manages && <MailboxForm sourceId={sourceId} mailbox={mailbox} />}
    </section>
  )
}

function LastFetch({ mailbox }: { readonly mailbox: IntakeMailbox }) {
  const t = useTexts(intakeTexts)
  const e = useTexts(errorTexts)
  const { instant } = useFormats()
  const { lastError, lastFetchAt } = mailbox
  if (lastError !== null)
    return <Status tone="bad">{lastError in errorStatus ? e(lastError as ErrorCode) : lastError}</Status>
  if (lastFetchAt === null) return <Status tone="neutral">{t('mailbox.notFetched')}</Status>
  return <Status tone="good">{t('mailbox.lastFetch', { at: instant(lastFetchAt) })}</Status>
}

function FetchNow({ sourceId }: { readonly sourceId: string }) {
  const t = useTexts(intakeTexts)
  const problemText = useProblemText()
  const fetch = useMutation(api.intake.mailbox.fetch.mutationOptions())
  const jobId = fetch.data?.jobId
  const job = useQuery({
    ...api.job.status.queryOptions({ input: { jobId: jobId ?? '' } }),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 700),
  })
  const over = isOver(job.data?.state)
  useEffect(() => {
    if (over) void queryClient.invalidateQueries({ queryKey: api.intake.key() })
  }, [over])
  const isFetching = fetch.isPending || (jobId !== undefined && !over)
  return (
    <div className="lp-row">
      <Button variant="secondary" loading={isFetching} onClick={() => fetch.mutate({ sourceId })}>
        {t(isFetching ? 'mailbox.fetching' : 'mailbox.fetch')}
      </Button>
      {fetch.error !== null && <p role="alert">{problemText(fetch.error)}</p>}
    </div>
  )
}

const isOver = (state: string | undefined): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'

function MailboxForm({ sourceId, mailbox }: Props) {
  const t = useTexts(intakeTexts)
  const toast = useToast()
  const problemText = useProblemText()
  const [security, setSecurity] = useState<IntakeMailbox['security']>(mailbox?.security ?? 'tls')
  const save = useMutation(
    api.intake.mailbox.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.intake.key() })
        toast({ text: t('mailbox.saved') })
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string): string => String(fields.get(name) ?? '').trim()
    const password = String(fields.get('password') ?? '')
    save.mutate({
      sourceId,
      host: text('host'),
      port: Number(text('port')),
      security,
      user: text('user'),
      folder: text('folder'),
      everyMinutes: Number(text('every')),
      ...(password !== '' && { password }),
    })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      {save.error !== null && (
        <Alert data-color="danger" role="alert">
          {problemText(save.error)}
        </Alert>
      )}
      <div className="lp-mapping">
        <Textfield name="host" label={t('mailbox.host')} defaultValue={mailbox?.host ?? ''} required />
        <Choice
          label={t('mailbox.security')}
          value={security}
          onValue={(value) => setSecurity(securities.find((one) => one === value) ?? 'tls')}
        >
          {securities.map((one) => (
            <Select.Option key={one} value={one}>
              {t(`mailbox.${one}`)}
            </Select.Option>
          ))}
        </Choice>
        <Textfield
          name="port"
          type="number"
          min={1}
          max={65_535}
          label={t('mailbox.port')}
          defaultValue={mailbox?.port ?? 993}
          required
        />
        <Textfield
          name="user"
          label={t('mailbox.user')}
          autoComplete="off"
          defaultValue={mailbox?.user ?? ''}
          required
        />
        <Textfield
          name="password"
          type="password"
          label={t('mailbox.password')}
          autoComplete="new-password"
          {...(mailbox ? { description: t('mailbox.passwordKept') } : { required: true })}
        />
        <Textfield
          name="folder"
          label={t('mailbox.folder')}
          defaultValue={mailbox?.folder ?? 'INBOX'}
          required
        />
        <Textfield
          name="every"
          type="number"
          min={5}
          max={1440}
          label={t('mailbox.every')}
          defaultValue={mailbox?.everyMinutes ?? 15}
          required
        />
      </div>
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('mailbox.save')}
        </Button>
      </div>
    </form>
  )
}
