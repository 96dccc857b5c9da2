import type { ReportDocument } from '../../contract.ts'
import { hatches } from './draw.ts'
import { escapeHtml } from './escape.ts'
import { reportStyle } from './style.ts'
import { writeBlocks, writeSection } from './write-blocks.ts'

/** The report as one file that needs no script, no font and no picture from elsewhere. */
export function writeReportHtml(report: ReportDocument): string {
  const { language, title, subtitle, answer, meaning, cover, facts, sections } = report
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(`${title}: ${subtitle}`)}</title><style>${reportStyle}</style></head><body>${hatches}
<header><p class="kicker">${escapeHtml(subtitle)}</p><h1>${escapeHtml(title)}</h1>
<p class="answer"><b>${escapeHtml(answer.value)}</b> ${escapeHtml(answer.unit)}</p><p class="sureness">${escapeHtml(answer.sureness)}</p></header>
<main>${writeBlocks(cover)}
<div class="meaning"><h2>${escapeHtml(meaning.title)}</h2>${writeBlocks([{ kind: 'bullets', items: meaning.items }])}</div>
<dl class="facts">${facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${sections.map((section) => writeSection(section)).join('\n')}</main></body></html>
`
}
