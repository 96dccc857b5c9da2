/** Importance by age and preferred channel, where at least five have answered. */
import { useMemo } from 'react'
import type { GroupResult, SurveyResults } from '../../../src/measure/expectations/contract.ts'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

type Item = SurveyResults['items'][number]

export function GroupTable({ results }: { readonly results: SurveyResults }) {
  const t = useTexts(expectationTexts)
  const { groups, items } = results
  const format = useFormats()
  const language = useLanguage()
  const columns = useMemo((): readonly TableColumn<Item>[] => {
    const groupName = ({ by, group }: GroupResult): string =>
      by === 'age' ? t(`mine.ages.${group as 'under30'}`) : t(`mine.channels.${group as 'phone'}`)
    const figure = (group: GroupResult, item: Item) => group.items.find(({ id }) => id === item.id)
    return [
      { id: 'expectation', header: t('result.expectation'), value: (item) => item.text[language] },
      ...groups.map(
        (group): TableColumn<Item> => ({
          id: `${group.by}-${group.group}`,
          header: t('result.groupHead', { group: groupName(group), n: group.n }),
          value: (item) => figure(group, item)?.importance ?? null,
          cell: (item) => {
            const own = figure(group, item)
            if (!own) return '–'
            return (
              <span className="lp-expectation-cell">
                {format.number(own.importance, 0)}
                {own.interval && (
                  <span className="lp-small lp-quiet"> {format.interval(...own.interval, 0)}</span>
                )}
              </span>
            )
          },
        }),
      ),
    ]
  }, [groups, t, format, language])
  return (
    <>
      <DataTable
        title={t('result.groupTitle')}
        name="groups"
        rows={items}
        columns={columns}
        rowKey={({ id }) => id}
        phone="scroll"
      />
      <p className="lp-small lp-quiet">{t('result.groupSubtitle')}</p>
    </>
  )
}
