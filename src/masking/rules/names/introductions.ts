/** What people write right in front of a name, in bokmål, nynorsk and English. */
const phrases = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => line.split('·'))
    .map((phrase) => phrase.trim().split(/\s+/))

/** Behind these any capitalised word is a name unless it is known to be something else. */
export const introductions = phrases(`
  jeg heter · jeg het · eg heiter · eg heitte · hun heter · hun het · han heter · han het · ho heiter · ho heitte · han heiter · han heitte
  behandleren het · kundebehandleren het · kundebehandleren heter · kundebehandlaren heitte · kundebehandlaren heiter · damen het · mannen het · dama het · vedkommende het
  mitt navn er · navnet mitt er · mitt namn er · namnet mitt er · navnet hennes er · navnet hennes var · navnet hans er · navnet hans var
  namnet hennar er · namnet hennar var · namnet hans er · namnet hans var · navn er · my name is · her name was · his name was · her name is · his name is
  snakket med · snakka med · snakker med · snakkar med · snakker nå med · snakkar no med · chattet med · chatta med · chatter med · chattar med
  chatter nå med · chattar no med · pratet med · prata med · prater med · pratar med
  spoke to · spoke with · speaking to · speaking with · talked to · talked with · chatting with · chatting to · talking to
  satt over til · sett over til · satte meg over til · sette meg over til · overført til · viderekoblet til · transferred to · connected to · passed on to
  overtatt av · overteke av · tatt over av · teke over av · hjulpet av · hjelpt av · betjent av · besvart av · helped by · answered by · assisted by
  presenterte seg som · presenterer seg som · presentert som · kalte seg · kalla seg · called herself · called himself · introduced herself as · introduced himself as
  spør etter · spurte etter · ask for · asked for · takk til · thanks to · svar fra · svar frå · kollegaen min · kollegaen hennes · kollegaen hans · my colleague
  hilsen · hilsen fra · hilsing · helsing · helsing frå · hilsninger · hilsninger fra · hilsener · hilsener fra · helsingar · helsingar frå
  mvh · vh · regards · regards from · sincerely · cheers · best wishes
  kontaktperson · kontaktpersonen · innringer · innringar · fullt navn · fullt namn · ektefelle · sambo · samboer · sambuar
  hei · hallo · heisann · kjære · hello · hi · dear
  agent · rådgiver · rådgjevar · saksbehandler · saksbehandlar · kundekonsulent · konsulent · advisor
`)

/** Of those, the ones that nothing but a name comes behind: it is one in small letters too, with the surname behind it. */
export const namings = phrases(`
  jeg heter · jeg het · eg heiter · eg heitte · hun heter · hun het · han heter · han het · ho heiter · ho heitte · han heiter · han heitte
  mitt navn er · navnet mitt er · mitt namn er · namnet mitt er · navn er · my name is · her name is · his name is
`)

/** Of those, the ones that close a message: its writer's name is the last of the line. */
export const closings = phrases(`
  hilsen · hilsen fra · hilsing · helsing · helsing frå · hilsninger · hilsninger fra · hilsener · hilsener fra · helsingar · helsingar frå
  mvh · vh · regards · regards from · sincerely · cheers · best wishes
`)

/** In front of a surname, with or without a full stop. */
export const titles: ReadonlySet<string> = new Set('hr herr fru frøken mr mrs ms'.split(' '))

/** Behind these only a word that is known to be a given name is one. */
export const hints = phrases(`
  som het · som heter · som heitte · som heiter · navnet var · namnet var · name was · takk · tusen takk · takk for hjelpen · takk for hjelpa · takk for svaret · thanks · thank you
  ifølge · ifølgje · according to · dette er · det er · det var · this is · it was · ring · fra · frå · from · av · til · med · hos · og · både · and
`)

/** Behind a name they say where a person works: "Elise i kundeservice". */
export const whereabouts: ReadonlySet<string> = new Set(['i', 'på', 'fra', 'frå', 'hos', 'from', 'at', 'in'])
export const workplaces: ReadonlySet<string> = new Set(
  `kundeservice kundesenteret kundesenter kundeavdelingen kundeavdelinga teknisk support salg sal salgsavdelingen faktura
   fakturaavdelingen sentralbordet resepsjonen customer`.split(/\s+/),
)
