/** The first rows as they will be stored, beside what was guessed; every correction reads them anew. */
import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IntakePreview, IntakeSource, SourceProfile } from '../../../src/understand/intake/contract.ts'
import { type EnquiryChannel, enquiryChannels } from '../../../src/understand/intake/rules/enquiry-words.ts'
import { type SourceKind, sourceKinds } from '../../../src/understand/intake/rules/source-kinds.ts'
import { api } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Mapping } from './mapping.tsx'
import { OwnAddresses } from './own-addresses.tsx'
import { PreviewTable } from './preview-table.tsx'
import { WhichSource } from './which-source.tsx'

type Props = {
  readonly file: File
  readonly uploadId: string
  /** The source that the file was brought to, with what it knows from earlier files. */
  readonly known: IntakeSource | undefined
  readonly onOther: () => void
}

const notFiles: readonly SourceKind[] = ['live', 'imap', 'tally']
const kindOfEnding: ReadonlyMap<string, SourceKind> = new Map(
  Object.entries({
    json: 'json',
    ndjson: 'json',
    jsonl: 'json',
    eml: 'eml',
    mbox: 'mbox',
  }),
)

/** @example guessKind('eksport.ndjson') // 'json' */
export function guessKind(fileName: string): SourceKind {
  return kindOfEnding.get(fileName.split('.').at(-1)?.toLowerCase() ?? '') ?? 'table'
}

export function Trial({ file, uploadId, known, onOther }: Props) {
  const t = useTexts(intakeTexts)
  const [kind, setKind] = useState<SourceKind>(known?.kind ?? guessKind(file.name))
  const [channel, setChannel] = useState<EnquiryChannel | null>(known?.channel ?? null)
  const [profile, setProfile] = useState<SourceProfile>(known?.profile ?? {})
  const preview = useQuery({
    ...api.intake.uploads.preview.queryOptions({ input: { uploadId, kind, channel, profile } }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const chooseKind = (chosen: SourceKind): void => {
    setKind(chosen)
    setProfile({})
  }
  return (
    <>
      <div className="lp-card">
        <div className="lp-mapping">
          <KindChoice kind={kind} onKind={chooseKind} />
          <ChannelChoice channel={channel} onChannel={setChannel} />
          <div className="lp-intake-other">
            <Button variant="tertiary" onClick={onOther}>
              {t('file.other')}
            </Button>
          </div>
        </div>
      </div>
      <Awaited query={{ ...preview, data: preview.data as IntakePreview | undefined }}>
        {(found) => (
          <div className="lp-intake-trial" aria-busy={preview.isFetching}>
            {found.columns.length > 0 && (
              <Mapping
                preview={current(found, profile)}
                onReader={(reader) => setProfile({ ...profile, reader })}
              />
            )}
            {(kind === 'eml' || kind === 'mbox') && (
              <OwnAddresses
                reader={current(found, profile).reader}
                onReader={(reader) => setProfile({ ...profile, reader })}
              />
            )}
            <PreviewTable preview={found} isReading={preview.isFetching} />
            <WhichSource
              chosen={{
                uploadId,
                kind,
                channel,
                profile: { ...profile, reader: current(found, profile).reader },
              }}
              fileName={file.name}
            />
          </div>
        )}
      </Awaited>
    </>
  )
}

/** What was read, with the settings as the person has them now: the rows may still be on their way. */
function current(found: IntakePreview, { reader }: SourceProfile): IntakePreview {
  return reader === undefined ? found : { ...found, reader }
}

function KindChoice(props: { readonly kind: SourceKind; readonly onKind: (kind: SourceKind) => void }) {
  const t = useTexts(intakeTexts)
  const kinds = sourceKinds.filter((kind) => !notFiles.includes(kind))
  return (
    <Field data-size="sm">
      <Label>{t('new.kind')}</Label>
      <Select
        value={props.kind}
        onChange={({ target }) => props.onKind(kinds.find((kind) => kind === target.value) ?? 'table')}
      >
        {kinds.map((kind) => (
          <Select.Option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}

type ChannelProps = {
  readonly channel: EnquiryChannel | null
  readonly onChannel: (channel: EnquiryChannel | null) => void
}

export function ChannelChoice({ channel, onChannel }: ChannelProps) {
  const t = useTexts(intakeTexts)
  const u = useTexts(understandTexts)
  return (
    <Field data-size="sm">
      <Label>{t('new.usualChannel')}</Label>
      <Select
        value={channel ?? ''}
        onChange={({ target }) => onChannel(enquiryChannels.find((one) => one === target.value) ?? null)}
      >
        <Select.Option value="">{t('new.noChannel')}</Select.Option>
        {enquiryChannels.map((one) => (
          <Select.Option key={one} value={one}>
            {u(`channel.${one}`)}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}
