/** Perfect contacts to learn from: own ones, and those that others in the class share without names. */
import { Button, Switch, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MaterialExample, PracticeHead } from '../../../src/measure/practice/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { Tag } from '../../design/status.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { submissionLink } from '../results/links.ts'
import { PracticeFrame, useInCentre } from './practice-frame.tsx'
import { useChannelName } from './standard-view.tsx'
import { useSaved } from './use-change.ts'

type Material = PracticeHead & {
  readonly shares: boolean
  readonly own: readonly MaterialExample[]
  readonly closest: readonly MaterialExample[]
  readonly others: readonly MaterialExample[]
  readonly sharing: number
}

export function MaterialPart() {
  const inCentre = useInCentre()
  const answer = useQuery(api.practice.material.list.queryOptions({ input: inCentre }))
  const data = answer.data as Material | undefined
  return (
    <PracticeFrame part="material" title={useFinding(data)} head={data}>
      <Awaited query={answer}>{() => <Loaded material={data!} />}</Awaited>
    </PracticeFrame>
  )
}

function useFinding(material: Material | undefined): string {
  const t = useTexts(practiceTexts)
  if (!material) return t('nav')
  const { name, own } = material
  return own.length === 0 ? t('title.noMaterial', { name }) : t('title.material', { name, count: own.length })
}

function Loaded({ material }: { readonly material: Material }) {
  const t = useTexts(practiceTexts)
  const { own, closest, others, sharing, mayWrite, measured } = material
  const shown = own.length > 0 ? own : closest
  return (
    <>
      <section className="lp-card" aria-labelledby="own-title">
        <h2 id="own-title">{t('material.title')}</h2>
        <p className="lp-quiet">
          {own.length > 0 || !measured
            ? t('material.lead')
            : t(closest.length > 0 ? 'material.closest' : 'material.none')}
        </p>
        {shown.map((example) => (
          <Example key={example.contactId} material={material} example={example} />
        ))}
      </section>
      <section className="lp-card" aria-labelledby="others-title">
        <h2 id="others-title">{t('material.others')}</h2>
        <p className="lp-quiet">
          {sharing === 0 ? t('material.othersNone') : t('material.sharing', { count: sharing })}
        </p>
        {others.map((example, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: others' contacts come without any name
          <Example key={at} material={material} example={example} />
        ))}
        {mayWrite && <ShareSwitch material={material} />}
      </section>
    </>
  )
}

function ShareSwitch({ material: { editionId, participantId, shares } }: { readonly material: Material }) {
  const t = useTexts(practiceTexts)
  const share = useMutation(api.practice.material.share.mutationOptions({ onSuccess: useSaved() }))
  return (
    <div className="lp-no-print">
      <Switch
        label={t('material.share')}
        description={t('material.shareHint')}
        checked={shares}
        disabled={share.isPending}
        onChange={(event) => share.mutate({ editionId, participantId, shared: event.target.checked })}
      />
      {share.error ? <ErrorState error={share.error} /> : null}
    </div>
  )
}

type ExampleProps = { readonly material: Material; readonly example: MaterialExample }

function Example({ material, example }: ExampleProps) {
  const t = useTexts(practiceTexts)
  const format = useFormats()
  const language = useLanguage()
  const channelName = useChannelName(material)
  const { contactId, number, date, channel, score, comments } = example
  const editionId = material.measured?.editionId
  return (
    <article className="lp-practice__example">
      <p className="lp-row">
        {contactId && editionId ? (
          <Link {...linkTo(submissionLink(editionId, contactId))}>
            {t('material.number', { number: number ?? '' })}
          </Link>
        ) : (
          <span>{t('material.anonymous')}</span>
        )}
        <Tag>{channelName(channel)}</Tag>
        <span className="lp-small lp-quiet lp-number">
          {t('material.score', { score: format.number(score, score < 100 ? 1 : 0) })}
          {date && ` · ${format.shortDate(date)}`}
        </span>
      </p>
      {comments.length === 0 && <p className="lp-quiet lp-small">{t('material.noComment')}</p>}
      {comments.map(({ text, comment }) => (
        <blockquote key={text.nb}>
          <p className="lp-small lp-quiet">{text[language]}</p>
          <p>{comment}</p>
        </blockquote>
      ))}
      {contactId && <Note material={material} contactId={contactId} note={example.note} />}
    </article>
  )
}

type NoteProps = { readonly material: Material; readonly contactId: string; readonly note: string }

function Note({ material, contactId, note }: NoteProps) {
  const t = useTexts(practiceTexts)
  const [text, setText] = useState(note)
  const save = useMutation(api.practice.material.note.mutationOptions({ onSuccess: useSaved() }))
  const { editionId, participantId, mayWrite } = material
  if (!mayWrite) return note === '' ? null : <p>{note}</p>
  return (
    <div className="lp-form">
      <Textfield
        multiline
        rows={2}
        data-size="sm"
        maxLength={1000}
        label={t('material.note')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {save.error ? <ErrorState error={save.error} /> : null}
      {text !== note && (
        <div>
          <Button
            data-size="sm"
            loading={save.isPending}
            onClick={() => save.mutate({ editionId, participantId, contactId, note: text })}
          >
            {t('save')}
          </Button>
        </div>
      )}
    </div>
  )
}
