import { Button } from '@digdir/designsystemet-react'
import { addDays, isPlainDate, toEpochDay, weekdayOf } from '../../../../src/kernel/calendar.ts'
import { isHoliday } from '../../../../src/kernel/holidays.ts'
import type { EditionMethod } from '../../../../src/measure/edition/contract.ts'
import { openDays } from '../../../../src/measure/edition/rules/invariants/season.ts'
import { methodTexts } from '../../../i18n/method.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { NumberField, TextField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'

/** When fieldwork is, and how often anybody meets anybody. */
export function Season() {
  const t = useTexts(methodTexts)
  const { method, change } = useDraft()
  const { calendar, observers } = method
  return (
    <>
      <section className="lp-card" aria-labelledby="calendar-title">
        <h2 id="calendar-title">{t('season.calendar')}</h2>
        <IssuesAt path="calendar" />
        <div className="lp-field-line">
          <TextField
            label={t('season.start')}
            type="date"
            value={calendar.start}
            onChange={(start) =>
              change((draft) => {
                draft.calendar.start = start
              })
            }
          />
          <NumberField
            label={t('season.weeks')}
            value={calendar.weeks}
            min={1}
            max={53}
            onChange={(weeks) =>
              change((draft) => {
                draft.calendar.weeks = weeks
              })
            }
          />
        </div>
        {isPlainDate(calendar.start) && calendar.weeks >= 1 && calendar.weeks <= 53 && (
          <Span calendar={calendar} />
        )}
        <ClosedDays />
      </section>
      <section className="lp-card" aria-labelledby="observers-title">
        <h2 id="observers-title">{t('season.observers')}</h2>
        <div className="lp-field-line">
          <NumberField
            label={t('season.contacts')}
            value={method.contactsPerParticipant}
            min={1}
            onChange={(count) =>
              change((draft) => {
                draft.contactsPerParticipant = count
              })
            }
          />
          <NumberField
            label={t('season.perWeek')}
            value={observers.contactsPerWeek}
            min={1}
            onChange={(count) =>
              change((draft) => {
                draft.observers.contactsPerWeek = count
              })
            }
          />
          <NumberField
            label={t('season.lockOut')}
            value={observers.lockOutDays}
            onChange={(days) =>
              change((draft) => {
                draft.observers.lockOutDays = days
              })
            }
          />
          <NumberField
            label={t('season.repeat')}
            value={method.scenarioRepeatDays}
            onChange={(days) =>
              change((draft) => {
                draft.scenarioRepeatDays = days
              })
            }
          />
        </div>
        <IssuesAt path="classes" />
        <TextField
          label={t('season.classes')}
          hint={t('season.classesHint')}
          multiline
          value={method.classes.join('\n')}
          onChange={(lines) =>
            change((draft) => {
              draft.classes = lines === '' ? [] : lines.split('\n')
            })
          }
        />
      </section>
    </>
  )
}

function Span({ calendar }: { readonly calendar: EditionMethod['calendar'] }) {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const last = calendar.weeks * 7 - 1
  const days = Array.from({ length: last + 1 }, (_, day) => addDays(calendar.start, day))
  const holidays = days.filter((date) => isHoliday(date) && weekdayOf(toEpochDay(date)) <= 5)
  return (
    <div>
      <p>
        {t('season.ends', {
          date: format.date(addDays(calendar.start, last)),
          open: openDays(calendar).length,
        })}
      </p>
      <p className="lp-small lp-quiet">
        {holidays.length === 0
          ? t('season.noHolidays')
          : `${t('season.holidays')}: ${holidays.map((date) => format.shortDate(date)).join(', ')}`}
      </p>
    </div>
  )
}

function ClosedDays() {
  const t = useTexts(methodTexts)
  const { method, change, readOnly } = useDraft()
  const { closedDays, start } = method.calendar
  return (
    <fieldset className="lp-field-group">
      <legend>{t('season.closed')}</legend>
      <div>
        {closedDays.map((date, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the date itself is what is being typed
          <div key={index} className="lp-closed-day">
            <TextField
              label={`${t('season.closed')} ${index + 1}`}
              labelHidden
              type="date"
              value={date}
              onChange={(day) =>
                change((draft) => {
                  draft.calendar.closedDays[index] = day
                })
              }
            />
            {!readOnly && (
              <Button
                variant="tertiary"
                aria-label={`${t('field.remove')} ${date}`}
                onClick={() => change((draft) => void draft.calendar.closedDays.splice(index, 1))}
              >
                {t('field.remove')}
              </Button>
            )}
          </div>
        ))}
        {!readOnly && (
          <Button
            variant="secondary"
            onClick={() => change((draft) => void draft.calendar.closedDays.push(start))}
          >
            {t('season.addClosed')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
