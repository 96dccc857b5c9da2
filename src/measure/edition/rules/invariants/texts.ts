/**
 * What each broken invariant says, in the three languages. `{name}` is replaced by the parameter of that name.
 * Kept beside the rules because the command line, the server's answers and the editor all say the same sentence.
 */

import type { ErrorParams } from '../../../../kernel/errors.ts'
import type { Language, Localized } from '../../../../kernel/localized.ts'

export const issueTexts = {
  'not-json': {
    nb: 'Filen er ikke gyldig JSON. Linje {line}, tegn {column}: «{found}»',
    nn: 'Fila er ikkje gyldig JSON. Linje {line}, teikn {column}: «{found}»',
    en: 'The file is not valid JSON. Line {line}, column {column}: “{found}”',
  },
  'null-character': {
    nb: 'Filen er ikke tekst. En metodefil er JSON, som kan leses i et tekstprogram.',
    nn: 'Fila er ikkje tekst. Ei metodefil er JSON, som kan lesast i eit tekstprogram.',
    en: 'The file is not text. A method file is JSON, which a text editor can read.',
  },
  'shape-missing': {
    nb: 'Feltet mangler.',
    nn: 'Feltet manglar.',
    en: 'The field is missing.',
  },
  'shape-type': {
    nb: 'Feil slags verdi: her skal det stå {expected}.',
    nn: 'Feil slags verdi: her skal det stå {expected}.',
    en: 'Wrong kind of value: expected {expected}.',
  },
  'shape-choice': {
    nb: 'Verdien må være en av {values}.',
    nn: 'Verdien må vere ein av {values}.',
    en: 'The value must be one of {values}.',
  },
  'shape-size': {
    nb: 'Verdien er utenfor grensene, som er {bound}.',
    nn: 'Verdien er utanfor grensene, som er {bound}.',
    en: 'The value is out of bounds, which are {bound}.',
  },
  'shape-other': {
    nb: 'Verdien kan ikke brukes: {problem}',
    nn: 'Verdien kan ikkje brukast: {problem}',
    en: 'The value cannot be used: {problem}',
  },
  'no-zero-option': {
    nb: '«{question}» gir poeng, men har ikke noe svar som gir 0.',
    nn: '«{question}» gir poeng, men har ikkje noko svar som gir 0.',
    en: '“{question}” is scored but has no option that gives 0.',
  },
  'no-points-to-get': {
    nb: '«{question}» skal gi poeng, men ingen av svarene gjør det.',
    nn: '«{question}» skal gi poeng, men ingen av svara gjer det.',
    en: '“{question}” is scored, but none of its options gives points.',
  },
  'points-without-score': {
    nb: '«{question}» teller ikke med, men har svar med poeng.',
    nn: '«{question}» tel ikkje med, men har svar med poeng.',
    en: '“{question}” is not scored but has options with points.',
  },
  'weights-not-100': {
    nb: 'Vektene til områdene er til sammen {sum}. De skal være 100.',
    nn: 'Vektene til områda er til saman {sum}. Dei skal vere 100.',
    en: 'The weights of the areas sum to {sum}. They must sum to 100.',
  },
  'channel-without-points': {
    nb: 'Skjemaet for «{channel}» har ingen spørsmål som gir poeng.',
    nn: 'Skjemaet for «{channel}» har ingen spørsmål som gir poeng.',
    en: 'The form for “{channel}” has no scored question.',
  },
  'area-share': {
    nb: '«{area}» er {share} % av poengene på «{channel}» ({points} av {possible}), men skal være {weight} % (± {tolerance}).',
    nn: '«{area}» er {share} % av poenga på «{channel}» ({points} av {possible}), men skal vere {weight} % (± {tolerance}).',
    en: '“{area}” is {share}% of the points on “{channel}” ({points} of {possible}) but should be {weight}% (± {tolerance}).',
  },
  'doubled-id': {
    nb: '«{id}» står to ganger.',
    nn: '«{id}» står to gonger.',
    en: '“{id}” appears twice.',
  },
  'reserved-id': {
    nb: '«{id}» er opptatt: det er en kolonne eller et fast svar i filene.',
    nn: '«{id}» er oppteke: det er ein kolonne eller eit fast svar i filene.',
    en: '“{id}” is taken: it is a column or a fixed answer in the files.',
  },
  'unknown-area': {
    nb: 'Området «{area}» finnes ikke.',
    nn: 'Området «{area}» finst ikkje.',
    en: 'There is no area “{area}”.',
  },
  'unknown-channel': {
    nb: 'Kanalen «{channel}» er ikke med i utgaven.',
    nn: 'Kanalen «{channel}» er ikkje med i utgåva.',
    en: 'The channel “{channel}” is not part of the edition.',
  },
  'channel-in-two-slots': {
    nb: '«{channel}» står på to plasser i prioriteringen.',
    nn: '«{channel}» står på to plassar i prioriteringa.',
    en: '“{channel}” is in two slots.',
  },
  'channel-without-slot': {
    nb: '«{channel}» har ingen plass i prioriteringen og blir aldri brukt.',
    nn: '«{channel}» har ingen plass i prioriteringa og blir aldri brukt.',
    en: '“{channel}” has no slot and would never be used.',
  },
  'not-in-tie-order': {
    nb: '«{channel}» mangler i rekkefølgen for like rester.',
    nn: '«{channel}» manglar i rekkjefølgja for like restar.',
    en: '“{channel}” is missing in the order for equal remainders.',
  },
  'empty-window': {
    nb: 'Tidsrommet for «{channel}» slutter ({to}) før det begynner ({from}).',
    nn: 'Tidsrommet for «{channel}» sluttar ({to}) før det byrjar ({from}).',
    en: 'The window of “{channel}” ends ({to}) before it starts ({from}).',
  },
  'sent-too-late': {
    nb: '«{channel}» må sendes før {last}, så ettermiddagen teller som første virkedag. Tidsrommet varer til {to}.',
    nn: '«{channel}» må sendast før {last}, så ettermiddagen tel som første yrkedag. Tidsrommet varer til {to}.',
    en: '“{channel}” must be sent before {last}, so that the afternoon counts as working day 1. Its window lasts until {to}.',
  },
  'protocol-unit': {
    nb: 'Ventetiden for «{channel}» kan ikke telles i denne enheten ({unit}).',
    nn: 'Ventetida for «{channel}» kan ikkje teljast i denne eininga ({unit}).',
    en: 'Waiting on “{channel}” cannot be counted in this unit ({unit}).',
  },
  'form-kind': {
    nb: '«{channel}» har feil slags skjema ({form}).',
    nn: '«{channel}» har feil slags skjema ({form}).',
    en: '“{channel}” has the wrong kind of form ({form}).',
  },
  'wait-past-midnight': {
    nb: 'Et forsøk på «{channel}» ved slutten av tidsrommet varer over midnatt.',
    nn: 'Eit forsøk på «{channel}» ved slutten av tidsrommet varer over midnatt.',
    en: 'An attempt on “{channel}” at the end of its window would last past midnight.',
  },
  'no-open-days': {
    nb: 'Sesongen på {weeks} uker fra {start} har ingen åpne dager.',
    nn: 'Sesongen på {weeks} veker frå {start} har ingen opne dagar.',
    en: 'The season of {weeks} weeks from {start} has no open day.',
  },
  'too-many-questions': {
    nb: 'Skjemaet for «{channel}» har {count} spørsmål. Det skal ha høyst {most}.',
    nn: 'Skjemaet for «{channel}» har {count} spørsmål. Det skal ha høgst {most}.',
    en: 'The form for “{channel}” has {count} questions. It may have at most {most}.',
  },
  'too-many-comments': {
    nb: 'Det er {count} kommentarfelt. Det skal være høyst {most}.',
    nn: 'Det er {count} kommentarfelt. Det skal vere høgst {most}.',
    en: 'There are {count} comment fields. There may be at most {most}.',
  },
  'options-of-kind': {
    nb: 'Svarene på «{question}» passer ikke til typen ({kind}, {count} svar).',
    nn: 'Svara på «{question}» passar ikkje til typen ({kind}, {count} svar).',
    en: 'The options of “{question}” do not suit its kind ({kind}, {count} options).',
  },
  'cx-missing': {
    nb: 'Spørsmålet «{question}» om kundeopplevelsen mangler.',
    nn: 'Spørsmålet «{question}» om kundeopplevinga manglar.',
    en: 'The customer-experience question “{question}” is missing.',
  },
  'cx-scored': {
    nb: '«{question}» måler kundeopplevelsen og kan aldri gi poeng.',
    nn: '«{question}» måler kundeopplevinga og kan aldri gi poeng.',
    en: '“{question}” measures customer experience and can never be scored.',
  },
  'cx-scale': {
    nb: '«{question}» skal ha en skala fra {from} til {to}.',
    nn: '«{question}» skal ha ein skala frå {from} til {to}.',
    en: '“{question}” must have a scale from {from} to {to}.',
  },
  'cx-not-everywhere': {
    nb: '«{question}» blir ikke stilt på «{channel}».',
    nn: '«{question}» blir ikkje stilt på «{channel}».',
    en: '“{question}” is not asked on “{channel}”.',
  },
  'limit-count': {
    nb: '«{question}» har {limits} tidsgrenser og {options} svar. Det skal være én grense færre enn svar.',
    nn: '«{question}» har {limits} tidsgrenser og {options} svar. Det skal vere éi grense færre enn svar.',
    en: '“{question}” has {limits} time limits and {options} options. There must be one limit fewer than options.',
  },
  'limits-not-ascending': {
    nb: 'Tidsgrensene for «{question}» må stige.',
    nn: 'Tidsgrensene for «{question}» må stige.',
    en: 'The time limits of “{question}” must ascend.',
  },
  'longer-wait-gains': {
    nb: 'På «{question}» gir et senere svar flere poeng enn et tidligere.',
    nn: 'På «{question}» gir eit seinare svar fleire poeng enn eit tidlegare.',
    en: 'On “{question}” a later answer gives more points than an earlier one.',
  },
  'attempt-count': {
    nb: '«{question}» har {options} svar, men «{channel}» har {attempts} forsøk.',
    nn: '«{question}» har {options} svar, men «{channel}» har {attempts} forsøk.',
    en: '“{question}” has {options} options, but “{channel}” has {attempts} attempts.',
  },
  'unknown-option': {
    nb: '«{question}» viser til svaret «{option}», som ikke finnes.',
    nn: '«{question}» viser til svaret «{option}», som ikkje finst.',
    en: '“{question}” refers to the option “{option}”, which does not exist.',
  },
  'between-attempts': {
    nb: '«{question}»: et svar mellom forsøkene hører til der tråden står åpen, og bare der («{channel}»).',
    nn: '«{question}»: eit svar mellom forsøka høyrer til der tråden står open, og berre der («{channel}»).',
    en: '“{question}”: an answer between the attempts belongs where the thread stays open, and only there (“{channel}”).',
  },
  'clock-asked-twice': {
    nb: 'På «{channel}» svarer klokka på to like spørsmål; det andre er «{question}».',
    nn: 'På «{channel}» svarar klokka på to like spørsmål; det andre er «{question}».',
    en: 'On “{channel}” the clock answers two questions of the same kind; the second is “{question}”.',
  },
  'bands-gap': {
    nb: 'Ingen scorenivåer dekker scorene fra {from} til {to}.',
    nn: 'Ingen scorenivå dekkjer scorane frå {from} til {to}.',
    en: 'No band covers the scores from {from} to {to}.',
  },
  'bands-overlap': {
    nb: 'Scorenivåene «{band}» og «{other}» overlapper.',
    nn: 'Scorenivåa «{band}» og «{other}» overlappar.',
    en: 'The bands “{band}” and “{other}” overlap.',
  },
  'empty-band': {
    nb: 'Scorenivået «{band}» er tomt: fra {from} til under {below}.',
    nn: 'Scorenivået «{band}» er tomt: frå {from} til under {below}.',
    en: 'The band “{band}” is empty: from {from} to below {below}.',
  },
  'too-few-scenarios': {
    nb: 'Klassen «{class}» har {found} rollespill. Det trengs {needed} for at ingen skal komme igjen for tidlig.',
    nn: 'Klassen «{class}» har {found} rollespel. Det trengst {needed} for at ingen skal kome igjen for tidleg.',
    en: 'The class “{class}” has too few scenarios: {found}. {needed} are needed so that none returns too soon.',
  },
  'no-scenario-on-channel': {
    nb: 'Klassen «{class}» har ingen rollespill for «{channel}».',
    nn: 'Klassen «{class}» har ingen rollespel for «{channel}».',
    en: 'The class “{class}” has no scenario for “{channel}”.',
  },
  'unknown-class': {
    nb: 'Klassen «{class}» er ikke med i utgaven.',
    nn: 'Klassen «{class}» er ikkje med i utgåva.',
    en: 'The class “{class}” is not part of the edition.',
  },
} as const satisfies Record<string, Localized>

export type IssueCode = keyof typeof issueTexts

/** The sentence for an issue, numbers written as the language writes them. */
export function describeIssue(
  { code, params }: { readonly code: IssueCode; readonly params: ErrorParams },
  language: Language,
): string {
  return issueTexts[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    return typeof value === 'number' && language !== 'en'
      ? String(value).replace('.', ',')
      : String(value ?? '')
  })
}
