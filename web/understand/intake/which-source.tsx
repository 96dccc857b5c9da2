/** The last step: which source the file is from, what one contact is there, and go. */
import { Alert, Button, Field, Label, Select, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { SourceProfile } from '../../../src/understand/intake/contract.ts'
import type { EnquiryChannel } from '../../../src/understand/intake/rules/enquiry-words.ts'
import { contactDefinitions, type SourceKind } from '../../../src/understand/intake/rules/source-kinds.ts'
import { api, client, queryClient } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'

export type Chosen = {
  readonly uploadId: string
  readonly kind: SourceKind
  readonly channel: EnquiryChannel | null
  readonly profile: SourceProfile
}

type Props = { readonly chosen: Chosen; readonly fileName: string }

/** The file's name without its ending and what looks like a date. */
function nameFrom(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '').replace(/[-_ ]*\d{4}[-_.]?\d{2}([-_.]?\d{2})?/g, '')
}

export function WhichSource({ chosen, fileName }: Props) {
  const t = useTexts(intakeTexts)
  const language = useLanguage()
  const search = useSearch({ strict: false }) as Search
  const problemText = useProblemText()
  const navigate = useNavigate()
  const summary = useQuery(api.intake.summary.queryOptions())
  const open = (summary.data?.sources ?? []).filter(
    ({ kind, retiredAt }) => kind === chosen.kind && retiredAt === null,
  )
  const [picked, setPicked] = useState(search.source ?? '')
  const source = open.find(({ sourceId }) => sourceId === picked)
  const [name, setName] = useState(nameFrom(fileName))
  const [definition, setDefinition] = useState<string>()
  const go = useMutation({
    mutationFn: async () => {
      const sourceId = source
        ? await keepProfile(source, chosen)
        : (
            await client.intake.sources.create({
              name: name.trim(),
              kind: chosen.kind,
              contactDefinition: definition ?? contactDefinitions[chosen.kind][language],
              profile: chosen.profile,
              channel: chosen.channel,
              retentionMonths: null,
            })
          ).sourceId
      return client.intake.import({ sourceId, uploadId: chosen.uploadId })
    },
    onSuccess: async ({ batchId }) => {
      await queryClient.invalidateQueries({ queryKey: api.intake.key() })
      await navigate({ to: '/understand/intake/batches/$batchId', params: { batchId } })
    },
  })
  const isNameless = source === undefined && name.trim() === ''
  return (
    <section className="lp-card" aria-labelledby="which-title">
      <h2 id="which-title">{t('new.where')}</h2>
      <div className="lp-form">
        {open.length > 0 && (
          <Field>
            <Label>{t('source')}</Label>
            <Select value={source?.sourceId ?? ''} onChange={({ target }) => setPicked(target.value)}>
              <Select.Option value="">{t('new.makeNew')}</Select.Option>
              {open.map(({ sourceId, name: known }) => (
                <Select.Option key={sourceId} value={sourceId}>
                  {known}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
        {source === undefined && (
          <>
            <Textfield
              label={t('new.sourceName')}
              value={name}
              maxLength={100}
              error={isNameless ? t('new.nameMissing') : undefined}
              onChange={({ target }) => setName(target.value)}
            />
            <Field>
              <Label>{t('new.definition')}</Label>
              <Textarea
                rows={4}
                maxLength={2000}
                value={definition ?? contactDefinitions[chosen.kind][language]}
                onChange={({ target }) => setDefinition(target.value)}
              />
            </Field>
          </>
        )}
        {go.error !== null && (
          <Alert data-color="danger" role="alert">
            {problemText(go.error)}
          </Alert>
        )}
        <div>
          <Button loading={go.isPending} disabled={isNameless} onClick={() => go.mutate()}>
            {t('new.go')}
          </Button>
        </div>
      </div>
    </section>
  )
}

type Known = Parameters<typeof client.intake.sources.edit>[0]

/** What was corrected for this file is kept with the source for the next one. */
async function keepProfile(source: Known, chosen: Chosen): Promise<string> {
  const { sourceId, name, contactDefinition, retentionMonths } = source
  await client.intake.sources.edit({
    sourceId,
    name,
    contactDefinition,
    retentionMonths,
    channel: chosen.channel ?? source.channel,
    profile: { ...source.profile, ...chosen.profile },
  })
  return sourceId
}
