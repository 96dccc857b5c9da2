import { defineTexts } from './define-texts.ts'

/** The front page of Plan: will we answer next week? */
export const planOverviewTexts = defineTexts('planOverview', {
  nb: {
    others: 'Her ser planleggere og ledere om det er nok folk på jobb. Du har ikke noe å gjøre her.',
    own: 'Se vaktene dine',
    title: {
      none: 'Planlegg så noen svarer',
      others: 'Planlegg så noen svarer',
      lacks: '{{queue}}: behovet er ikke regnet ut ennå',
      nobody: '{{queue}}: ingen er satt opp denne uka',
      quiet: '{{queue}}: ingenting er ventet denne uka',
      covered: '{{queue}}: det er nok folk hele uka',
      missing:
        '{{queue}}: {{day}} mellom {{from}} og {{to}} mangler det {{missing, plural(# person|# personer)}}',
    },
    subtitle: 'Uke {{week}}, {{from}} til {{to}}. Målet: {{target}}.',
    target: {
      level: '{{share}} svart innen {{seconds}} s',
      wait: 'høyst {{seconds}} s ventetid i snitt',
      abandon: 'høyst {{share}} legger på',
      occupancy: 'høyst {{share}} av tida opptatt',
      tasks: '{{share}} besvart innen {{hours}} timer i åpningstida',
    },
    tab: {
      forecast: 'prognose mangler',
      'forecast-coming': 'prognosen lages',
      'handle-time': 'behandlingstid mangler',
      target: 'mål mangler',
      nobody: 'ingen satt opp',
      missing: 'mangler {{n}}',
      fine: 'nok',
    },
    lacks: {
      forecast: {
        title: 'Prognosen mangler',
        text: 'Den lages av seg selv når køen har trafikk fra minst ti dager, og det tar et minutt eller to.',
      },
      coming: 'Prognosen lages nå, og siden viser den når den er klar. Det tar vanligvis et minutt eller to.',
      'handle-time': {
        title: 'Behandlingstida er ukjent',
        text: 'Ingen har oppgitt hvor lenge en henvendelse varer, og trafikken sier det ikke.',
      },
      quiet: {
        title: 'Ingenting er ventet',
        text: 'Køen er stengt hele uka, eller prognosen rekker ikke så langt: den går seks uker fram.',
      },
      target: { title: 'Målet mangler', text: 'Køen har ikke noe servicemål.' },
    },
    mend: { forecast: 'Hent inn tall', 'handle-time': 'Oppgi behandlingstida', target: 'Sett et mål' },
    map: {
      title: 'Sjanse for å bomme på målet, i prosent',
      day: '{{weekday}} {{day}}.',
      subtitle: 'Hver rute er så utsatt som det verste kvarteret i den',
      needed: 'Så mange trengs',
      neededSubtitle: 'Antall i arbeid, pauser ikke medregnet',
      note: 'Regnet mot {{from}}. Behovet er satt så det holder i {{certain}} av 100 tilfeller. Ren flaks fra kvarter til kvarter er ikke med.',
      neededNote: 'Satt så det holder i {{certain}} av 100 tilfeller.',
    },
    scheduledFrom: {
      shifts: 'vaktplanen',
      typed: 'bemanningen som er lagt inn for hånd',
      none: 'ingen bemanning',
    },
    cause: {
      people:
        'Rundt {{from}} trengs det {{needed, plural(# person|# personer)}}, og {{scheduled}} er satt opp når pausene er trukket fra.',
      title: 'Hvorfor {{day}} mellom {{from}} og {{to}}?',
      expected:
        'Det ventes {{expected, plural(# henvendelse|# henvendelser)}} den dagen. Medianen for {{weeks, plural(# slik ukedag|de # siste slike ukedagene)}} er {{usual}}.',
      parts: 'Dagen skiller seg ut slik: {{parts}}.',
    },
    part: '{{name}} {{change}} %',
    parts: {
      level: 'nivå',
      weekday: 'ukedag',
      calendar: 'kalender',
      events: 'hendelser',
      shock: 'ytre påvirkning',
      driver: 'ytre verdi',
      recent: 'de siste ukene',
      timeOfDay: 'tid på dagen',
    },
    remedies: {
      title: 'Dette hjelper, i denne rekkefølgen',
      none: 'Ingen ledige folk er funnet, og flere hjelper ikke nok.',
      move: 'Flytt pausen til {{people, plural(# person|# personer)}} som har det roligere mellom {{from}} og {{to}}.',
      borrow: 'Lån {{people, plural(# person|# personer)}} fra {{queue}}.',
      extra: 'Sett inn {{people, plural(# person til|# personer til)}}.',
      after: 'Da er sjansen for å bomme {{risk}}.',
      note: 'Sjansen er regnet med alle stegene til og med dette.',
    },
    forecast: {
      title: 'Prognose for {{queue}}',
      subtitle: 'Henvendelser per dag. Strek er sett, stiplet er ventet, flate er 95 %',
      seen: 'Sett',
      expected: 'Ventet',
    },
    past: {
      title: 'Hvor god har prognosen vært?',
      subtitle:
        'Samlet feil i prosent av henvendelsene, kvarter for kvarter, fra {{origins, plural(# tidspunkt|# tidspunkter)}} før i dag',
      none: 'Det er for lite trafikk bakover til å prøve.',
      ours: 'Prognosen',
      median: 'Median av åtte uker',
      naive: 'Samme dag uka før',
    },
  },
  nn: {
    others: 'Her ser planleggjarar og leiarar om det er nok folk på jobb. Du har ikkje noko å gjere her.',
    own: 'Sjå vaktene dine',
    title: {
      none: 'Planlegg så nokon svarar',
      others: 'Planlegg så nokon svarar',
      lacks: '{{queue}}: behovet er ikkje rekna ut enno',
      nobody: '{{queue}}: ingen er sette opp denne veka',
      quiet: '{{queue}}: ingenting er venta denne veka',
      covered: '{{queue}}: det er nok folk heile veka',
      missing:
        '{{queue}}: {{day}} mellom {{from}} og {{to}} manglar det {{missing, plural(# person|# personar)}}',
    },
    subtitle: 'Veke {{week}}, {{from}} til {{to}}. Målet: {{target}}.',
    target: {
      level: '{{share}} svart innan {{seconds}} s',
      wait: 'høgst {{seconds}} s ventetid i snitt',
      abandon: 'høgst {{share}} legg på',
      occupancy: 'høgst {{share}} av tida oppteken',
      tasks: '{{share}} svart på innan {{hours}} timar i opningstida',
    },
    tab: {
      forecast: 'prognose manglar',
      'forecast-coming': 'prognosen blir laga',
      'handle-time': 'behandlingstid manglar',
      target: 'mål manglar',
      nobody: 'ingen sett opp',
      missing: 'manglar {{n}}',
      fine: 'nok',
    },
    lacks: {
      forecast: {
        title: 'Prognosen manglar',
        text: 'Han blir laga av seg sjølv når køen har trafikk frå minst ti dagar, og det tek eit minutt eller to.',
      },
      coming:
        'Prognosen blir laga no, og sida viser han når han er klar. Det tek vanlegvis eit minutt eller to.',
      'handle-time': {
        title: 'Behandlingstida er ukjend',
        text: 'Ingen har oppgitt kor lenge ein førespurnad varer, og trafikken seier det ikkje.',
      },
      quiet: {
        title: 'Ingenting er venta',
        text: 'Køen er stengd heile veka, eller prognosen rekk ikkje så langt: han går seks veker fram.',
      },
      target: { title: 'Målet manglar', text: 'Køen har ikkje noko servicemål.' },
    },
    mend: { forecast: 'Hent inn tal', 'handle-time': 'Oppgi behandlingstida', target: 'Set eit mål' },
    map: {
      title: 'Sjanse for å bomme på målet, i prosent',
      day: '{{weekday}} {{day}}.',
      subtitle: 'Kvar rute er så utsett som det verste kvarteret i henne',
      needed: 'Så mange trengst',
      neededSubtitle: 'Talet på folk i arbeid, pausar ikkje medrekna',
      note: 'Rekna mot {{from}}. Behovet er sett så det held i {{certain}} av 100 tilfelle. Rein flaks frå kvarter til kvarter er ikkje med.',
      neededNote: 'Sett så det held i {{certain}} av 100 tilfelle.',
    },
    scheduledFrom: {
      shifts: 'vaktplanen',
      typed: 'bemanninga som er lagd inn for hand',
      none: 'inga bemanning',
    },
    cause: {
      people:
        'Rundt {{from}} trengst det {{needed, plural(# person|# personar)}}, og {{scheduled}} er sette opp når pausane er trekte frå.',
      title: 'Kvifor {{day}} mellom {{from}} og {{to}}?',
      expected:
        'Det er venta {{expected, plural(# førespurnad|# førespurnader)}} den dagen. Medianen for {{weeks, plural(# slik vekedag|dei # siste slike vekedagane)}} er {{usual}}.',
      parts: 'Dagen skil seg ut slik: {{parts}}.',
    },
    part: '{{name}} {{change}} %',
    parts: {
      level: 'nivå',
      weekday: 'vekedag',
      calendar: 'kalender',
      events: 'hendingar',
      shock: 'ytre påverknad',
      driver: 'ytre verdi',
      recent: 'dei siste vekene',
      timeOfDay: 'tid på dagen',
    },
    remedies: {
      title: 'Dette hjelper, i denne rekkjefølgja',
      none: 'Ingen ledige folk er funne, og fleire hjelper ikkje nok.',
      move: 'Flytt pausen til {{people, plural(# person|# personar)}} som har det rolegare mellom {{from}} og {{to}}.',
      borrow: 'Lån {{people, plural(# person|# personar)}} frå {{queue}}.',
      extra: 'Set inn {{people, plural(# person til|# personar til)}}.',
      after: 'Då er sjansen for å bomme {{risk}}.',
      note: 'Sjansen er rekna med alle stega til og med dette.',
    },
    forecast: {
      title: 'Prognose for {{queue}}',
      subtitle: 'Førespurnader per dag. Strek er sett, stipla er venta, flate er 95 %',
      seen: 'Sett',
      expected: 'Venta',
    },
    past: {
      title: 'Kor god har prognosen vore?',
      subtitle:
        'Samla feil i prosent av førespurnadene, kvarter for kvarter, frå {{origins, plural(# tidspunkt|# tidspunkt)}} før i dag',
      none: 'Det er for lite trafikk bakover til å prøve.',
      ours: 'Prognosen',
      median: 'Median av åtte veker',
      naive: 'Same dag veka før',
    },
  },
  en: {
    others:
      'Planners and leaders see here whether enough people are at work. There is nothing for you to do here.',
    own: 'See your shifts',
    title: {
      none: 'Plan so that somebody answers',
      others: 'Plan so that somebody answers',
      lacks: '{{queue}}: the requirement is not worked out yet',
      nobody: '{{queue}}: nobody is set up this week',
      quiet: '{{queue}}: nothing is expected this week',
      covered: '{{queue}}: there are enough people all week',
      missing:
        '{{queue}}: {{day}} between {{from}} and {{to}} is short of {{missing, plural(# person|# people)}}',
    },
    subtitle: 'Week {{week}}, {{from}} to {{to}}. The target: {{target}}.',
    target: {
      level: '{{share}} answered within {{seconds}} s',
      wait: 'at most {{seconds}} s of waiting on average',
      abandon: 'at most {{share}} give up',
      occupancy: 'at most {{share}} of the time busy',
      tasks: '{{share}} answered within {{hours}} open hours',
    },
    tab: {
      forecast: 'no forecast',
      'forecast-coming': 'forecast on its way',
      'handle-time': 'no handling time',
      target: 'no target',
      nobody: 'nobody set up',
      missing: 'short of {{n}}',
      fine: 'enough',
    },
    lacks: {
      forecast: {
        title: 'The forecast is missing',
        text: 'It is made by itself once the queue has traffic of at least ten days, and takes a minute or two.',
      },
      coming:
        'The forecast is being made, and the page shows it as soon as it is there. That usually takes a minute or two.',
      'handle-time': {
        title: 'The handling time is unknown',
        text: 'Nobody has said how long a contact takes, and the traffic does not tell.',
      },
      quiet: {
        title: 'Nothing is expected',
        text: 'The queue is closed all week, or the forecast does not reach that far: it goes six weeks ahead.',
      },
      target: { title: 'The target is missing', text: 'The queue has no service target.' },
    },
    mend: { forecast: 'Bring in counts', 'handle-time': 'State the handling time', target: 'Set a target' },
    map: {
      title: 'Chance of missing the target, in per cent',
      day: '{{weekday}} {{day}}',
      subtitle: 'Each square is as exposed as the worst quarter of an hour in it',
      needed: 'So many are needed',
      neededSubtitle: 'People at work, breaks not counted',
      note: 'Reckoned against {{from}}. The requirement is set so that it holds in {{certain}} of 100 cases. Mere luck from one quarter of an hour to the next is not part of it.',
      neededNote: 'Set so that it holds in {{certain}} of 100 cases.',
    },
    scheduledFrom: {
      shifts: 'the shift plan',
      typed: 'the staffing that has been typed in',
      none: 'no staffing',
    },
    cause: {
      people:
        'Around {{from}}, {{needed, plural(# person is|# people are)}} needed, and {{scheduled}} are set up once breaks are taken off.',
      title: 'Why {{day}} between {{from}} and {{to}}?',
      expected:
        'That day {{expected, plural(# contact is|# contacts are)}} expected. The median of {{weeks, plural(# such weekday|the last # such weekdays)}} is {{usual}}.',
      parts: 'The day stands out like this: {{parts}}.',
    },
    part: '{{name}} {{change}}%',
    parts: {
      level: 'level',
      weekday: 'weekday',
      calendar: 'calendar',
      events: 'events',
      shock: 'outside shock',
      driver: 'outside value',
      recent: 'the last weeks',
      timeOfDay: 'time of day',
    },
    remedies: {
      title: 'What helps, in this order',
      none: 'No spare people were found, and more of them do not help enough.',
      move: 'Move the break of {{people, plural(# person|# people)}} to between {{from}} and {{to}}, when it is quieter.',
      borrow: 'Borrow {{people, plural(# person|# people)}} from {{queue}}.',
      extra: 'Add {{people, plural(# person|# people)}}.',
      after: 'The chance of missing is then {{risk}}.',
      note: 'The chance is reckoned with all the steps up to and including this one.',
    },
    forecast: {
      title: 'Forecast for {{queue}}',
      subtitle: 'Contacts a day. Solid is seen, dashed is expected, the band is 95%',
      seen: 'Seen',
      expected: 'Expected',
    },
    past: {
      title: 'How good has the forecast been?',
      subtitle:
        'All errors in per cent of all contacts, quarter hour by quarter hour, from {{origins, plural(# moment|# moments)}} in the past',
      none: 'There is too little traffic behind to try.',
      ours: 'The forecast',
      median: 'Median of eight weeks',
      naive: 'Same day the week before',
    },
  },
})
