/** One channel's text: how it stands to the core, the rules that it keeps, and its steps. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Language } from '../../../../src/kernel/localized.ts'
import type { AnswerDetail, VersionView } from '../../../../src/understand/answers/contract.ts'
import type { AnswerChannel } from '../../../../src/understand/answers/rules/answer-words.ts'
import { channelRules } from '../../../../src/understand/answers/rules/channels/channel-rules.ts'
import { api } from '../../../api.ts'
import { ConfirmDialog } from '../../../design/confirm-dialog.tsx'
import { ErrorState } from '../../../design/states.tsx'
import { Status } from '../../../design/status.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { RichText } from '../rich-view.tsx'
import { useKeepAnswer } from '../use-acts.ts'
import { Findings } from './findings.tsx'
import { VersionEditor } from './version-editor.tsx'
import { CoreChanges, VersionHistory } from './version-history.tsx'

type Props = {
  readonly answer: AnswerDetail
  readonly channel: AnswerChannel
  readonly language: Language
  readonly version: VersionView | undefined
}

export function VersionCard({ answer, channel, language, version }: Props) {
  const t = useTexts(answerTexts)
  const [editing, setEditing] = useState(false)
  const flag = version?.wrong ? 'wrong' : version?.stale ? 'stale' : undefined
  return (
    <article className="lp-version" data-flag={flag} aria-label={t(`kindOf.${channel}`)}>
      <header>
        <h3>{t(`kindOf.${channel}`)}</h3>
        {version && <Marks version={version} />}
      </header>
      {version === undefined && <p className="lp-quiet">{t('versions.none')}</p>}
      {version?.stale && version.coreRevision !== null && (
        <>
          <p className="lp-small">{t('versions.staleText', { revision: version.coreRevision })}</p>
          <CoreChanges answer={answer} from={version.coreRevision} language={language} />
        </>
      )}
      {version && editing ? (
        <VersionEditor answer={answer} version={version} onDone={() => setEditing(false)} />
      ) : (
        <Standing
          answer={answer}
          channel={channel}
          language={language}
          version={version}
          onEdit={() => setEditing(true)}
        />
      )}
    </article>
  )
}

function Marks({ version }: { readonly version: VersionView }) {
  const t = useTexts(answerTexts)
  return (
    <span className="lp-answer-flags">
      {version.wrong && <Status tone="bad">{t('versions.wrong')}</Status>}
      {version.stale && <Status tone="warning">{t('versions.stale')}</Status>}
      {version.edited && <Status tone="information">{t('versions.edited')}</Status>}
      {version.approved && !version.stale && !version.wrong && !version.edited && (
        <Status tone="good">{t('versions.approved')}</Status>
      )}
      {!version.approved && <Status tone="neutral">{t('versions.notApproved')}</Status>}
    </span>
  )
}

function Standing({ answer, channel, language, version, onEdit }: Props & { readonly onEdit: () => void }) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  if (version === undefined)
    return <Acts answer={answer} channel={channel} language={language} version={version} onEdit={onEdit} />
  const lix = version.lix === null ? '' : ` · ${t('versions.lix', { lix: format.number(version.lix, 0) })}`
  return (
    <>
      <div lang={language}>
        <RichText text={version.body} facts={answer.facts} />
      </div>
      <p className="lp-small lp-quiet lp-number">
        {t('versions.length', { length: version.length, most: channelRules[channel].most })}
        {lix}
      </p>
      <Findings findings={version.tone} />
      <Acts answer={answer} channel={channel} language={language} version={version} onEdit={onEdit} />
      <VersionHistory answerId={answer.answerId} channel={channel} language={language} />
    </>
  )
}

function Acts({ answer, channel, language, version, onEdit }: Props & { readonly onEdit: () => void }) {
  const t = useTexts(answerTexts)
  const keep = useKeepAnswer()
  const [again, setAgain] = useState(false)
  const { answerId, may, state, agreedRevision } = answer
  const of = { answerId, channel, language }
  const draft = useMutation(
    api.answers.versions.draft.mutationOptions({
      onSuccess: (drafted) => {
        keep(drafted as AnswerDetail)
        setAgain(false)
      },
    }),
  )
  const approve = useMutation(
    api.answers.versions.approve.mutationOptions({
      onSuccess: (approved) =>
        keep(approved as AnswerDetail, t('versions.approvedNow', { channel: t(`channel.${channel}`) })),
    }),
  )
  if (state === 'retired') return null
  const isOpen = version !== undefined && (!version.approved || version.stale || version.edited)
  const broken = version?.tone.some(({ level }) => level === 'wrong') === true
  return (
    <>
      <div className="lp-row lp-no-print">
        {may.approve && isOpen && agreedRevision !== null && !broken && (
          <Button
            data-size="sm"
            loading={approve.isPending}
            onClick={() => approve.mutate({ ...of, editNumber: version.editNumber })}
          >
            {version.approved ? t('versions.approveAgain') : t('versions.approve')}
          </Button>
        )}
        {may.write && version && (
          <Button data-size="sm" variant="secondary" onClick={onEdit}>
            {t('versions.write')}
          </Button>
        )}
        {may.write && (
          <Button
            data-size="sm"
            variant={version ? 'tertiary' : 'secondary'}
            loading={draft.isPending}
            onClick={() => (version ? setAgain(true) : draft.mutate(of))}
          >
            {version ? t('versions.makeAgain') : t('versions.make')}
          </Button>
        )}
      </div>
      {may.approve && isOpen && agreedRevision === null && (
        <p className="lp-small lp-quiet">{t('versions.needsAgreed')}</p>
      )}
      {draft.error || approve.error ? <ErrorState error={draft.error ?? approve.error} /> : null}
      <ConfirmDialog
        open={again}
        title={t('versions.makeAgain')}
        confirm={t('versions.makeAgain')}
        busy={draft.isPending}
        onClose={() => setAgain(false)}
        onConfirm={() => draft.mutate(of)}
      >
        <p>{t('versions.makeAgainText')}</p>
      </ConfirmDialog>
    </>
  )
}
