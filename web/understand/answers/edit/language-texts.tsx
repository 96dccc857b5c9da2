/** The core in each language: the source, and translations that know when the source has changed. */
import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { type Language, languages } from '../../../../src/kernel/localized.ts'
import type { ContentBody, SharedFactLine } from '../../../../src/understand/answers/contract.ts'
import { sourceStamp, staleTranslations } from '../../../../src/understand/answers/rules/core-content.ts'
import { Icon } from '../../../design/icon.tsx'
import { Status } from '../../../design/status.tsx'
import { answerTexts } from '../../../i18n/answers.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { RichEditor } from './rich-editor.tsx'
import { toCore } from './to-core.ts'

type Props = {
  readonly content: ContentBody
  readonly onContent: (content: ContentBody) => void
  readonly facts: readonly SharedFactLine[]
}

export function LanguageTexts({ content, onContent, facts }: Props) {
  const t = useTexts(answerTexts)
  const [language, setLanguage] = useState<Language>(content.source)
  const stale = staleTranslations(toCore(content))
  const set = (change: Partial<NonNullable<ContentBody['texts'][Language]>>) => {
    const before = content.texts[language] ?? { title: '', body: '', translates: null }
    onContent({ ...content, texts: { ...content.texts, [language]: { ...before, ...change } } })
  }
  const add = (each: Language) => {
    setLanguage(each)
    if (content.texts[each]) return
    const source = content.texts[content.source]
    const text = { title: source?.title ?? '', body: source?.body ?? '', translates: null }
    onContent({ ...content, texts: { ...content.texts, [each]: text } })
  }
  const text = content.texts[language]
  const named = t(`language.${language}`).toLowerCase()
  return (
    <>
      <div className="lp-answer-tabs">
        {languages.map((each) => (
          <Button
            key={each}
            data-size="sm"
            variant={each === language ? 'secondary' : 'tertiary'}
            aria-pressed={each === language}
            onClick={() => add(each)}
          >
            {content.texts[each]
              ? t(`language.${each}`)
              : t('edit.addLanguage', { language: t(`language.${each}`).toLowerCase() })}
            {each === content.source && ` (${t('edit.source')})`}
            {stale.includes(each) && <Icon name="warning" size={15} />}
          </Button>
        ))}
      </div>
      {language !== content.source && text && (
        <div className="lp-row">
          {stale.includes(language) && <Status tone="warning">{t('edit.staleTranslation')}</Status>}
          <Checkbox
            label={t('edit.fresh')}
            value="fresh"
            checked={!stale.includes(language)}
            onChange={({ target: { checked } }) =>
              set({ translates: checked ? sourceStamp(toCore(content)) : null })
            }
          />
        </div>
      )}
      <Textfield
        label={t('edit.heading', { language: named })}
        lang={language}
        required
        maxLength={200}
        value={text?.title ?? ''}
        onChange={(event) => set({ title: event.target.value })}
      />
      <RichEditor
        key={language}
        label={t('edit.body', { language: named })}
        language={language}
        text={text?.body ?? ''}
        facts={facts}
        onText={(body) => set({ body })}
      />
    </>
  )
}
