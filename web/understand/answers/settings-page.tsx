/** Who answers for each channel's texts, and how others read the answers. */
import { Alert, Button, Field, Label, Select, Switch, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { AnswerSettings } from '../../../src/understand/answers/contract.ts'
import { answerChannels } from '../../../src/understand/answers/rules/answer-words.ts'
import { api, client as caller } from '../../api.ts'
import { Awaited, ErrorState, useProblemText } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { AnswerLinks } from './answer-links.tsx'
import './answers.css'

export function SettingsPage() {
  const t = useTexts(answerTexts)
  const query = useQuery(api.answers.settings.get.queryOptions())
  const settings = query.data as AnswerSettings | undefined
  return (
    <UnderstandFrame
      part="answers"
      trail={[{ to: '/understand/answers', label: t('name') }]}
      title={t('settings.title')}
      subtitle={t('settings.subtitle')}
    >
      <AnswerLinks />
      <Awaited query={{ data: settings, error: query.error, refetch: query.refetch }}>
        {(loaded) => (
          <>
            <Form settings={loaded} />
            <Sharing settings={loaded} />
          </>
        )}
      </Awaited>
    </UnderstandFrame>
  )
}

function Form({ settings }: { readonly settings: AnswerSettings }) {
  const t = useTexts(answerTexts)
  const text = useProblemText()
  const toast = useToast()
  const client = useQueryClient()
  const mayWrite = useHasRole('editor', 'admin')
  const [owners, setOwners] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(settings.owners.map(({ channel, personId }) => [channel, personId])),
  )
  const [open, setOpen] = useState(settings.open)
  const [origins, setOrigins] = useState(settings.origins.join('\n'))
  const save = useMutation(
    api.answers.settings.save.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.answers.key() })
        toast({ text: t('settings.saved') })
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({
      open,
      origins: origins
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      owners: answerChannels.flatMap((channel) => {
        const personId = owners[channel] ?? ''
        return personId === '' ? [] : [{ channel, personId }]
      }),
    })
  }
  return (
    <form className="lp-card" onSubmit={submit}>
      <h2>{t('settings.owners')}</h2>
      <div className="lp-columns">
        {answerChannels.map((channel) => (
          <Field key={channel}>
            <Label>{t(`channel.${channel}`)}</Label>
            <Select
              disabled={!mayWrite}
              value={owners[channel] ?? ''}
              onChange={(event) => setOwners({ ...owners, [channel]: event.target.value })}
            >
              <Select.Option value="">{t('settings.nobody')}</Select.Option>
              {settings.people.map(({ personId, name }) => (
                <Select.Option key={personId} value={personId}>
                  {name}
                </Select.Option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <h2>{t('settings.open')}</h2>
      <p className="lp-quiet">{t('settings.openText')}</p>
      <Switch
        label={t('settings.openSwitch')}
        value="open"
        disabled={!mayWrite}
        checked={open}
        onChange={(event) => setOpen(event.target.checked)}
      />
      <Textfield
        multiline
        rows={3}
        readOnly={!mayWrite}
        label={t('settings.origins')}
        description={t('settings.originsHelp')}
        value={origins}
        onChange={(event) => setOrigins(event.target.value)}
      />
      {save.error && (
        <Alert data-color="danger" role="alert">
          {text(save.error)}
        </Alert>
      )}
      {mayWrite && (
        <Button type="submit" loading={save.isPending}>
          {t('settings.save')}
        </Button>
      )}
    </form>
  )
}

const formats = ['json', 'csv', 'html', 'chatbot'] as const

function Sharing({ settings: { organisationId } }: { readonly settings: AnswerSettings }) {
  const t = useTexts(answerTexts)
  const toast = useToast()
  const language = useLanguage()
  const site = window.location.origin
  const script = `<div id="lyttepost-answers"></div>\n<script src="${site}/answer-widget.js" data-organisation="${organisationId}" async></script>`
  const fetchFile = useMutation({
    mutationFn: (format: (typeof formats)[number]) => caller.answers.export({ format, language }),
    onSuccess: (file) => saveFile(file.name, file),
  })
  return (
    <>
      <section className="lp-card" aria-labelledby="widget">
        <h2 id="widget">{t('settings.widget')}</h2>
        <p className="lp-quiet">{t('settings.widgetText')}</p>
        <code className="lp-code">{script}</code>
        <Button
          variant="secondary"
          onClick={() =>
            void navigator.clipboard.writeText(script).then(() => toast({ text: t('settings.copied') }))
          }
        >
          {t('settings.copy')}
        </Button>
      </section>
      <section className="lp-card" aria-labelledby="api">
        <h2 id="api">{t('settings.api')}</h2>
        <p className="lp-quiet">{t('settings.apiText')}</p>
        <code className="lp-code">{`GET ${site}/api/public/answers?language=nb\nGET ${site}/api/public/answers/export/chatbot?language=nb`}</code>
        <h3>{t('settings.files')}</h3>
        <div className="lp-row">
          {formats.map((format) => (
            <Button
              key={format}
              variant="secondary"
              loading={fetchFile.isPending && fetchFile.variables === format}
              onClick={() => fetchFile.mutate(format)}
            >
              {format === 'chatbot' ? t('settings.chatbot') : format.toUpperCase()}
            </Button>
          ))}
        </div>
        {fetchFile.error ? <ErrorState error={fetchFile.error} /> : null}
      </section>
    </>
  )
}
