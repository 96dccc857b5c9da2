/** Every channel's yes to the core as it stands. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnswerDetail, SignOffLine } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useKeepAnswer } from './use-acts.ts'

export function SignOffs({ answer }: { readonly answer: AnswerDetail }) {
  const t = useTexts(answerTexts)
  const keep = useKeepAnswer()
  const sign = useMutation(
    api.answers.signOff.mutationOptions({
      onSuccess: (signed) => keep(signed as AnswerDetail, t('step.done')),
    }),
  )
  const { answerId, revision, signOffs } = answer
  const asked = signOffs.filter(({ owner, at }) => owner !== null || at !== null)
  return (
    <section className="lp-card" aria-labelledby="sign-offs">
      <h2 id="sign-offs">{t('signOffs.title')}</h2>
      {asked.length === 0 ? (
        <p className="lp-quiet">
          {t('signOffs.nobody')}.{' '}
          {answer.may.write && <Link to="/understand/answers/settings">{t('signOffs.setOwners')}</Link>}
        </p>
      ) : (
        <>
          <ul className="lp-answer-people">
            {asked.map((line) => (
              <li key={line.channel}>
                <span>
                  <strong>{t(`channel.${line.channel}`)}</strong>{' '}
                  <Standing line={line} state={answer.state} />
                </span>
                {line.mine && (
                  <Button
                    data-size="sm"
                    loading={sign.isPending && sign.variables?.channel === line.channel}
                    onClick={() => sign.mutate({ answerId, channel: line.channel, revision })}
                  >
                    {t('step.signOff', { channel: t(`channel.${line.channel}`) })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <p className="lp-small lp-quiet">{t('signOffs.stands')}</p>
        </>
      )}
      {sign.error ? <ErrorState error={sign.error} /> : null}
    </section>
  )
}

function Standing({ line, state }: { readonly line: SignOffLine; readonly state: AnswerDetail['state'] }) {
  const t = useTexts(answerTexts)
  const format = useFormats()
  if (line.at !== null)
    return (
      <Status tone="good">
        {t('signOffs.yes', { by: line.by ?? t('page.someone'), at: format.shortDate(line.at) })}
      </Status>
    )
  const owner = line.owner ?? t('page.someone')
  return state === 'inReview' ? (
    <Status tone="information">{t('signOffs.waits', { owner })}</Status>
  ) : (
    <span className="lp-quiet">{owner}</span>
  )
}
