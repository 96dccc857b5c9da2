/** What each channel makes of the core, side by side. */
import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { AnswerDetail } from '../../../../src/understand/answers/contract.ts'
import { answerChannels } from '../../../../src/understand/answers/rules/answer-words.ts'
import { answerTexts } from '../../../i18n/answers.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { VersionCard } from './version-card.tsx'

export function Versions({ answer }: { readonly answer: AnswerDetail }) {
  const t = useTexts(answerTexts)
  const spoken = useLanguage()
  const { languages, content, versionList } = answer
  const [chosen, setChosen] = useState(languages.includes(spoken) ? spoken : content.source)
  const language = languages.includes(chosen) ? chosen : content.source
  const there = versionList.filter((version) => version.language === language)
  const channels = answerChannels.filter(
    (channel) => content.channels.includes(channel) || there.some((version) => version.channel === channel),
  )
  return (
    <section className="lp-card" aria-labelledby="versions">
      <div className="lp-card__head">
        <h2 id="versions">{t('versions.title')}</h2>
        {languages.length > 1 && (
          <div className="lp-answer-tabs">
            {languages.map((each) => (
              <Button
                key={each}
                data-size="sm"
                variant={each === language ? 'secondary' : 'tertiary'}
                aria-pressed={each === language}
                onClick={() => setChosen(each)}
              >
                {t(`language.${each}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      <div className="lp-versions">
        {channels.map((channel) => (
          <VersionCard
            key={`${channel} ${language}`}
            answer={answer}
            channel={channel}
            language={language}
            version={there.find((version) => version.channel === channel)}
          />
        ))}
      </div>
    </section>
  )
}
