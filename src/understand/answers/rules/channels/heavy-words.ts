/** Words of the office in place of everyday ones, with what to say instead. Matched as whole words, any case. */
import type { Language } from '../../../../kernel/localized.ts'

type HeavyWords = readonly (readonly [heavy: string, plain: string])[]

const nb: HeavyWords = [
  ['i henhold til', 'etter'],
  ['vedrørende', 'om'],
  ['angående', 'om'],
  ['anmode', 'be'],
  ['anmodning', 'spørsmål'],
  ['anføre', 'si'],
  ['avstedkomme', 'føre til'],
  ['besørge', 'ordne'],
  ['bistå', 'hjelpe'],
  ['bistand', 'hjelp'],
  ['dersom', 'hvis'],
  ['derved', 'slik'],
  ['erlegge', 'betale'],
  ['ettersende', 'sende senere'],
  ['foreligge', 'finnes'],
  ['foreligger', 'finnes'],
  ['foreta', 'gjøre'],
  ['foretar', 'gjør'],
  ['forestå', 'stå for'],
  ['fremme krav', 'kreve'],
  ['fremgår', 'står'],
  ['herunder', 'blant annet'],
  ['herved', 'nå'],
  ['hva gjelder', 'om'],
  ['iverksette', 'sette i gang'],
  ['iverksettes', 'settes i gang'],
  ['i forbindelse med', 'ved'],
  ['i tilfelle', 'hvis'],
  ['inneværende', 'dette'],
  ['med hensyn til', 'om'],
  ['medfører', 'fører til'],
  ['nærværende', 'denne'],
  ['omhandler', 'handler om'],
  ['oppbevares', 'tas vare på'],
  ['overstiger', 'er over'],
  ['på bakgrunn av', 'fordi'],
  ['påberope', 'vise til'],
  ['samtlige', 'alle'],
  ['såfremt', 'hvis'],
  ['således', 'slik'],
  ['tilsende', 'sende'],
  ['tilskrive', 'skrive til'],
  ['undertegnede', 'jeg'],
  ['utbetalt til eder', 'betalt til deg'],
  ['ved fremtidige tilfeller', 'neste gang'],
  ['vederlagsfritt', 'gratis'],
  ['vennligst', ''],
  ['ytterligere', 'mer'],
  ['å være gjenstand for', 'bli'],
]

const nn: HeavyWords = [
  ['i samsvar med', 'etter'],
  ['vedrørande', 'om'],
  ['angåande', 'om'],
  ['anmode', 'be'],
  ['bistå', 'hjelpe'],
  ['bistand', 'hjelp'],
  ['dersom', 'viss'],
  ['derved', 'slik'],
  ['ettersende', 'sende seinare'],
  ['føreligg', 'finst'],
  ['føreta', 'gjere'],
  ['føretek', 'gjer'],
  ['framgår', 'står'],
  ['herunder', 'mellom anna'],
  ['hermed', 'no'],
  ['iverksetje', 'setje i gang'],
  ['i samband med', 'ved'],
  ['inneverande', 'denne'],
  ['med omsyn til', 'om'],
  ['medfører', 'fører til'],
  ['omhandlar', 'handlar om'],
  ['på bakgrunn av', 'fordi'],
  ['samtlege', 'alle'],
  ['såframt', 'viss'],
  ['såleis', 'slik'],
  ['underteikna', 'eg'],
  ['vederlagsfritt', 'gratis'],
  ['ver venleg', ''],
  ['ytterlegare', 'meir'],
]

const en: HeavyWords = [
  ['in accordance with', 'under'],
  ['with regard to', 'about'],
  ['regarding', 'about'],
  ['pursuant to', 'under'],
  ['prior to', 'before'],
  ['subsequent to', 'after'],
  ['commence', 'start'],
  ['terminate', 'end'],
  ['utilise', 'use'],
  ['utilize', 'use'],
  ['endeavour', 'try'],
  ['in the event that', 'if'],
  ['in order to', 'to'],
  ['hereby', ''],
  ['aforementioned', 'this'],
  ['thereafter', 'then'],
  ['notwithstanding', 'despite'],
  ['remittance', 'payment'],
  ['at this point in time', 'now'],
  ['due to the fact that', 'because'],
  ['kindly', 'please'],
  ['furnish', 'send'],
  ['assistance', 'help'],
  ['additional', 'more'],
]

const all: Readonly<Record<Language, HeavyWords>> = { nb, nn, en }

export type HeavyWord = { readonly heavy: string; readonly plain: string }

/** Those that the text holds, in the order of the list. */
export function heavyWordsIn(text: string, language: Language): readonly HeavyWord[] {
  const low = ` ${text.toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ')} `
  return all[language]
    .filter(([heavy]) => low.includes(` ${heavy} `))
    .map(([heavy, plain]) => ({ heavy, plain }))
}
