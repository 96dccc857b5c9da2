/** The few performances that a centre follows closely: chosen, and shown against the class. */
import { Button, Checkbox } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { mostEssentials, type PracticeAnswer } from '../../../src/measure/practice/contract.ts'
import { api } from '../../api.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { linkTo } from '../../design/path-target.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { ErrorState } from '../../design/states.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { figureLink } from './links.ts'
import { useSaved } from './use-change.ts'

const wholeScale = { low: 0, high: 100, ticks: [0, 50, 100] }

export function Essentials({ answer }: { readonly answer: PracticeAnswer }) {
  const t = useTexts(practiceTexts)
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="lp-card" aria-labelledby="essentials-title">
      <div className="lp-card__head">
        <h2 id="essentials-title">{t('essentials.title')}</h2>
        {answer.mayWrite && (
          <Button variant="secondary" data-size="sm" className="lp-no-print" onClick={() => setOpen(true)}>
            {t('essentials.choose')}
          </Button>
        )}
      </div>
      {answer.essentials.length === 0 ? (
        <p className="lp-quiet">
          {t('essentials.none')} {answer.mayWrite && t('essentials.lead', { most: mostEssentials })}
        </p>
      ) : (
        <EssentialTable answer={answer} />
      )}
      <FormDialog open={isOpen} title={t('essentials.choose')} onClose={() => setOpen(false)}>
        <EssentialForm answer={answer} onClose={() => setOpen(false)} />
      </FormDialog>
    </section>
  )
}

function EssentialTable({ answer }: { readonly answer: PracticeAnswer }) {
  const t = useTexts(practiceTexts)
  const language = useLanguage()
  const { number } = useFormats()
  return (
    <ScrollBox label={t('essentials.title')}>
      <table className="ds-table lp-table lp-table--scroll lp-practice__essentials">
        <thead>
          <tr>
            <th scope="col">{t('essentials.performance')}</th>
            <th scope="col" className="lp-end">
              {t('essentials.value')}
            </th>
            <th scope="col">{t('targets.interval')}</th>
            <th scope="col" className="lp-end">
              {t('essentials.class')}
            </th>
            <th scope="col" className="lp-end">
              {t('targets.n')}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.essentials.map(({ question, text, known, class: ofClass }) => {
            const link = figureLink(answer, `question:${question}`)
            return (
              <tr key={question}>
                <th scope="row">
                  {link && known ? <Link {...linkTo(link)}>{text[language]}</Link> : text[language]}
                </th>
                <td className="lp-end lp-number">{known ? number(known.value, 1) : '–'}</td>
                <td>
                  {known?.interval ? (
                    <Interval
                      value={known.value}
                      low={known.interval[0]}
                      high={known.interval[1]}
                      domain={wholeScale}
                    />
                  ) : (
                    '–'
                  )}
                </td>
                <td className="lp-end lp-number">{ofClass ? number(ofClass.value, 1) : '–'}</td>
                <td className="lp-end lp-number">{known?.n ?? '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function EssentialForm({
  answer,
  onClose,
}: {
  readonly answer: PracticeAnswer
  readonly onClose: () => void
}) {
  const t = useTexts(practiceTexts)
  const language = useLanguage()
  const { editionId, participantId, method } = answer
  const [chosen, setChosen] = useState<readonly string[]>(answer.essentials.map(({ question }) => question))
  const save = useMutation(api.practice.setEssentials.mutationOptions({ onSuccess: useSaved(onClose) }))
  const isFull = chosen.length >= mostEssentials
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <>
      <p className="lp-quiet" role="status">
        {t(isFull ? 'essentials.full' : 'essentials.lead', { most: mostEssentials })}
      </p>
      {method.areas.map(({ id: area, name }) => (
        <fieldset key={area} className="lp-choices">
          <legend>{name[language]}</legend>
          {method.questions
            .filter((question) => question.area === area)
            .map(({ id, text }) => (
              <Checkbox
                key={id}
                data-size="sm"
                label={text[language]}
                value={id}
                checked={chosen.includes(id)}
                disabled={isFull && !chosen.includes(id)}
                onChange={() => toggle(id)}
              />
            ))}
        </fieldset>
      ))}
      {save.error ? <ErrorState error={save.error} /> : null}
      <div>
        <Button
          loading={save.isPending}
          onClick={() => save.mutate({ editionId, participantId, questions: [...chosen] })}
        >
          {t('save')}
        </Button>
      </div>
    </>
  )
}
