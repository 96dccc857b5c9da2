/** Writing a channel's text, with the channel's rules told while one writes. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type {
  AnswerDetail,
  SharedFactLine,
  VersionView,
} from '../../../../src/understand/answers/contract.ts'
import { channelRules } from '../../../../src/understand/answers/rules/channels/channel-rules.ts'
import { examineVersion } from '../../../../src/understand/answers/rules/channels/examine-version.ts'
import { api } from '../../../api.ts'
import { useProblemText } from '../../../design/states.tsx'
import { useUnsavedGuard } from '../../../design/use-unsaved-guard.ts'
import { answerTexts } from '../../../i18n/answers.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { RichEditor } from '../edit/rich-editor.tsx'
import { toCore } from '../edit/to-core.ts'
import { sharedOf } from '../rich-view.tsx'
import { useKeepAnswer } from '../use-acts.ts'
import { Findings } from './findings.tsx'

type Props = { readonly answer: AnswerDetail; readonly version: VersionView; readonly onDone: () => void }
type Met = {
  readonly is: 'met'
  readonly editNumber: number
  readonly merged: string
  readonly by: string | null
}

export function VersionEditor({ answer, version, onDone }: Props) {
  const t = useTexts(answerTexts)
  const text = useProblemText()
  const keep = useKeepAnswer()
  const [body, setBody] = useState(version.body)
  const [base, setBase] = useState(version.editNumber)
  const [met, setMet] = useState<Met>()
  const facts = useQuery(api.answers.facts.list.queryOptions()).data?.items as
    | readonly SharedFactLine[]
    | undefined
  useUnsavedGuard(body !== version.body)
  const findings = useFindings(answer, version, body)
  const save = useMutation(
    api.answers.versions.save.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.is === 'saved') {
          keep(outcome.answer as AnswerDetail, t('versions.saved'))
          return onDone()
        }
        setMet(outcome)
        setBase(outcome.editNumber)
        setBody(outcome.merged)
      },
    }),
  )
  const { answerId } = answer
  const { channel, language } = version
  return (
    <div className="lp-stack">
      {met && (
        <Alert data-color="warning" role="alert">
          {t('met.title', { by: met.by ?? t('page.someone') })}. {t('met.text')}
        </Alert>
      )}
      <RichEditor
        label={t(`kindOf.${channel}`)}
        language={language}
        text={body}
        facts={facts ?? []}
        rows={10}
        onText={setBody}
      />
      <p className="lp-small lp-quiet lp-number" aria-live="polite">
        {t('versions.length', { length: findings.length, most: channelRules[channel].most })}
      </p>
      <Findings findings={findings.tone.map((finding) => ({ ...finding, params: { ...finding.params } }))} />
      {save.error && (
        <Alert data-color="danger" role="alert">
          {text(save.error)}
        </Alert>
      )}
      <div className="lp-row">
        <Button
          data-size="sm"
          loading={save.isPending}
          onClick={() => save.mutate({ answerId, channel, language, baseEdit: base, body })}
        >
          {t('versions.save')}
        </Button>
        <Button data-size="sm" variant="tertiary" onClick={onDone}>
          {t('edit.cancel')}
        </Button>
      </div>
    </div>
  )
}

/** The server's own rules, in the browser, at every key. */
function useFindings(answer: AnswerDetail, version: VersionView, body: string) {
  return useMemo(() => {
    const core = toCore(answer.agreedContent ?? answer.content)
    const { channel, language, approvedBody } = version
    return examineVersion(
      { channel, language, body, approvedBody, approvedStamp: null },
      { agreed: undefined, core, shared: sharedOf(answer.facts) },
    )
  }, [answer, version, body])
}
