import { Button, Checkbox, Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { agentTexts } from '../../i18n/agents.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly known: readonly string[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Skills that queues and others have, to tick, and room for another. */
export function SkillChoice({ known, chosen, onChange }: Props) {
  const t = useTexts(agentTexts)
  const [other, setOther] = useState('')
  const all = [...new Set([...known, ...chosen])]
  const add = (): void => {
    const skill = other.trim()
    if (skill !== '' && !chosen.includes(skill)) onChange([...chosen, skill])
    setOther('')
  }
  return (
    <>
      <div className="lp-row">
        {all.map((skill) => (
          <Checkbox
            key={skill}
            label={skill}
            value={skill}
            checked={chosen.includes(skill)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, skill] : chosen.filter((each) => each !== skill))
            }
          />
        ))}
      </div>
      <div className="lp-row lp-agent-add">
        <Textfield
          label={t('form.newSkill')}
          maxLength={60}
          value={other}
          onChange={(event) => setOther(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button variant="secondary" type="button" disabled={other.trim() === ''} onClick={add}>
          {t('form.addSkill')}
        </Button>
      </div>
    </>
  )
}
