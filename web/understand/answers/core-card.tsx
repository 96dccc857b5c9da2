/** The core sheet as it stands: the one best answer in each language, and what it is for. */
import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { AnswerDetail } from '../../../src/understand/answers/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Status } from '../../design/status.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { RichText } from './rich-view.tsx'

const boxes = ['tasks', 'goals', 'waysIn', 'waysForward'] as const

export function CoreCard({ answer, onEdit }: { readonly answer: AnswerDetail; readonly onEdit: () => void }) {
  const t = useTexts(answerTexts)
  const spoken = useLanguage()
  const { content, facts, languages, staleLanguages, answerId, may, state } = answer
  const [chosen, setChosen] = useState(languages.includes(spoken) ? spoken : content.source)
  const language = languages.includes(chosen) ? chosen : content.source
  const text = content.texts[language]
  return (
    <section className="lp-card" aria-labelledby="core">
      <div className="lp-card__head">
        <h2 id="core">{t('core.title')}</h2>
        <div className="lp-row lp-no-print">
          <LinkButton variant="tertiary" to="/understand/answers/$answerId/sheet" params={{ answerId }}>
            <Icon name="print" /> {t('core.sheet')}
          </LinkButton>
          {may.write && state !== 'retired' && <Button onClick={onEdit}>{t('core.edit')}</Button>}
        </div>
      </div>
      {answer.agreedContent !== null && answer.agreedRevision !== null && (
        <p className="lp-small lp-quiet">{t('core.agreedNow', { revision: answer.agreedRevision })}</p>
      )}
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
              {staleLanguages.includes(each) && <Icon name="warning" size={15} />}
            </Button>
          ))}
        </div>
      )}
      {staleLanguages.includes(language) && <Status tone="warning">{t('edit.staleTranslation')}</Status>}
      <div className="lp-answer-core" lang={language}>
        <h3>{text?.title}</h3>
        {text === undefined || text.body === '' ? (
          <p className="lp-quiet">{t('core.noBody')}</p>
        ) : (
          <RichText text={text.body} facts={facts} />
        )}
      </div>
      <dl className="lp-answer-sheet">
        {boxes.map((box) => (
          <div key={box}>
            <dt>{t(`core.${box}`)}</dt>
            <dd className={content.sheet[box] === '' ? 'lp-quiet' : undefined}>
              {content.sheet[box] || t('core.nothing')}
            </dd>
          </div>
        ))}
      </dl>
      {content.questions.length > 0 && (
        <>
          <h3>{t('core.questions')}</h3>
          <ul>
            {content.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
