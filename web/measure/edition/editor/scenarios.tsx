import { Button } from '@digdir/designsystemet-react'
import { useId, useState } from 'react'
import type { ScenarioMethod } from '../../../../src/measure/edition/contract.ts'
import { scenariosFor, scenariosNeeded } from '../../../../src/measure/edition/rules/invariants/scenarios.ts'
import { say } from '../../../../src/measure/edition/rules/reference/options.ts'
import { Icon } from '../../../design/icon.tsx'
import { Tag } from '../../../design/status.tsx'
import { useToast } from '../../../design/toast.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { CheckField, FieldGroup, LocalizedField, TextField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'
import { freshId } from './reorder.ts'

/** The role plays that observers are given. */
export function Scenarios() {
  const t = useTexts(methodTexts)
  const { method, change, readOnly } = useDraft()
  const [open, setOpen] = useState<string>()
  const add = (): void =>
    change((draft) => {
      const id = freshId('scenario', draft.scenarios)
      const text = say('Nytt rollespill', 'Nytt rollespel', 'New scenario')
      const channels = draft.channels.map((channel) => channel.id)
      draft.scenarios.push({ id, classes: [], channels, title: text, briefing: text })
      setOpen(id)
    })
  return (
    <section className="lp-card" aria-labelledby="scenarios-title">
      <h2 id="scenarios-title">{t('parts.scenarios')}</h2>
      <p className="lp-quiet">
        {t('scenarios.needed', {
          needed: scenariosNeeded(method),
          found: scenariosFor(method, undefined).length,
        })}
      </p>
      <IssuesAt path="scenarios" />
      <ul className="lp-editor-rows">
        {method.scenarios.map((scenario, index) => (
          <ScenarioRow
            key={scenario.id}
            scenario={scenario}
            index={index}
            open={open === scenario.id}
            onToggle={() => setOpen(open === scenario.id ? undefined : scenario.id)}
          />
        ))}
      </ul>
      {!readOnly && (
        <Button variant="secondary" onClick={add}>
          {t('scenarios.add')}
        </Button>
      )}
    </section>
  )
}

type RowProps = {
  readonly scenario: ScenarioMethod
  readonly index: number
  readonly open: boolean
  readonly onToggle: () => void
}

function ScenarioRow({ scenario, index, open, onToggle }: RowProps) {
  const language = useLanguage()
  const panel = useId()
  return (
    <li>
      <button
        type="button"
        className="lp-editor-row"
        aria-expanded={open}
        aria-controls={panel}
        onClick={onToggle}
      >
        <Icon name={open ? 'chevron' : 'right'} size={18} />
        <span className="lp-editor-row__text">
          <strong>{scenario.title[language]}</strong>
          <span className="lp-quiet lp-small lp-clip">{scenario.briefing[language]}</span>
        </span>
        <span className="lp-editor-row__tags">
          {scenario.classes.map((name) => (
            <Tag key={name}>{name}</Tag>
          ))}
        </span>
      </button>
      <div id={panel} hidden={!open}>
        {open && <ScenarioForm scenario={scenario} index={index} />}
      </div>
    </li>
  )
}

function ScenarioForm({ scenario, index }: Pick<RowProps, 'scenario' | 'index'>) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const toast = useToast()
  const { method, change, readOnly } = useDraft()
  const edit = (work: (scenario: ScenarioMethod) => void): void =>
    change((draft) => {
      const own = draft.scenarios[index]
      if (own) work(own)
    })
  const remove = (): void => {
    change((draft) => void draft.scenarios.splice(index, 1))
    toast({
      text: t('field.removed', { name: scenario.title[language] }),
      onUndo: () => change((draft) => void draft.scenarios.splice(index, 0, scenario)),
    })
  }
  return (
    <div className="lp-editor-form">
      <LocalizedField
        legend={t('scenarios.titleField')}
        value={scenario.title}
        onChange={(title) =>
          edit((own) => {
            own.title = title
          })
        }
      />
      <LocalizedField
        legend={t('scenarios.briefing')}
        value={scenario.briefing}
        multiline
        onChange={(briefing) =>
          edit((own) => {
            own.briefing = briefing
          })
        }
      />
      <FieldGroup legend={t('questions.channels')}>
        {method.channels.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name[language]}
            checked={scenario.channels.includes(id)}
            onChange={(on) =>
              edit((own) => {
                const all = method.channels.map((channel) => channel.id)
                own.channels = all.filter((channel) => (channel === id ? on : own.channels.includes(channel)))
              })
            }
          />
        ))}
      </FieldGroup>
      <TextField
        label={t('scenarios.classes')}
        hint={t('scenarios.classesHint')}
        value={scenario.classes.join(', ')}
        onChange={(names) =>
          edit((own) => {
            own.classes = names === '' ? [] : names.split(/,\s*/)
          })
        }
      />
      {!readOnly && (
        <div>
          <Button variant="tertiary" data-color="danger" onClick={remove}>
            {t('field.remove')}
          </Button>
        </div>
      )}
    </div>
  )
}
