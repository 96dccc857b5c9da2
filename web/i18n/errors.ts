import type { ErrorCode } from '../../src/kernel/errors.ts'
import { defineTexts } from './define-texts.ts'

/** A code without a text does not compile; neither does a text without a code. */
type EveryCode = Record<ErrorCode | 'offline' | 'unexpected', string>

/** One text for each code of a refused request (`src/kernel/errors.ts`). */
export const errorTexts = defineTexts<EveryCode>('errors', {
  nb: {
    'not-signed-in': 'Du er ikke logget inn. Logg inn og prøv igjen.',
    'not-allowed': 'Du har ikke tilgang til dette. Spør en administrator i organisasjonen din.',
    'not-found': 'Vi fant det ikke. Det kan være slettet eller høre til en annen organisasjon.',
    'invalid-input': 'Noe i det du sendte inn, må rettes.',
    conflict: 'Noen har endret dette i mellomtiden. Last siden på nytt og prøv igjen.',
    'too-large': 'Filen eller teksten er for stor.',
    'too-many-requests': 'Det kom for mange forsøk på kort tid. Vent litt og prøv igjen.',
    overloaded: 'Tjenesten har for mye å gjøre akkurat nå. Vent noen sekunder og prøv igjen.',
    'malformed-body': 'Det som ble sendt, kunne ikke leses.',
    'unsupported-content': 'Denne typen innhold tar vi ikke imot her.',
    internal: 'Noe gikk galt hos oss. Prøv igjen. Hjelper det ikke, gi oss referansen under.',
    'foreign-origin': 'Det som ble sendt, kom fra et annet nettsted og ble stoppet.',
    'idempotency-key-reused': 'Denne nøkkelen er allerede brukt til noe annet.',
    'idempotency-key-busy': 'Det samme blir allerede lagret. Vent litt.',

    'sign-in-failed': 'E-posten eller passordet er feil.',
    'sign-in-locked': 'Det kom for mange forsøk. Vent litt før du prøver igjen.',
    'no-organisation': 'Kontoen din hører ikke til noen organisasjon som er i bruk. Spør en administrator.',
    'invitation-unknown': 'Vi kjenner ikke denne invitasjonen.',
    'invitation-closed': 'Invitasjonen er brukt, trukket tilbake eller for gammel.',
    'already-member': 'Personen er allerede med i organisasjonen.',
    'api-key-unknown': 'Denne API-nøkkelen gjelder ikke. Den kan være skrevet feil eller trukket tilbake.',
    'last-admin': 'Organisasjonen må ha minst én aktiv administrator.',

    'edition-frozen': 'Metoden er låst fordi feltarbeidet har begynt. Endringer hører til neste utgave.',
    'edition-changed':
      'Noen andre lagret metoden i mellomtiden. Ta vare på endringene dine, hent den nyeste og legg dem inn på nytt.',
    'edition-state': 'Utgaven kan ikke få den statusen nå.',
    'edition-not-planned': 'Feltarbeidet kan ikke begynne før det er laget en plan.',
    'form-empty': 'Filen har ingen spørsmål med svaralternativer.',
    'edition-in-use':
      'Bare en utgave som forberedes og ikke har noen plan, kan slettes. Denne har kommet lenger.',
    'method-broken': 'Metoden bryter reglene for en utgave. Rett det som er merket, og prøv igjen.',
    'method-refused': 'Filen er ikke en metode som kan brukes. Ingenting ble lagret.',
    'channels-frozen':
      'Kanalene er låst fordi deltakeren har henvendelser i planen. Endre dem med «Endre planen».',
    'nothing-to-read': 'Ingen av deltakerne har en nettadresse som kan leses. Legg inn nettstedene først.',
    'source-name-taken': 'Det finnes en kilde med dette navnet fra før.',
    'source-retired': 'Kilden er tatt ut av bruk, og tar ikke imot mer.',
    'source-kind': 'Dette passer ikke til denne slags kilde.',
    'upload-incomplete': 'Hele filen er ikke kommet fram. Send den på nytt.',
    'batch-finished': 'Leveringen er ferdig og kan ikke stoppes.',
    'mailbox-missing': 'Si først hvilken postkasse som skal leses.',
    'webhook-private': 'Adressen ligger i et lukket nett. Den som drifter Lyttepost, må tillate den.',
    'webhook-credentials': 'Adressen kan ikke ha brukernavn og passord i seg.',
    'mailbox-private': 'Denne tjeneren står i et lukket nett. Den som drifter Lyttepost, må tillate den.',
    'mailbox-open': 'Passordet ville gått åpent over nettet. Velg TLS eller STARTTLS.',
    'mailbox-unreachable': 'Vi fikk ikke kontakt med posttjeneren.',
    'mailbox-sign-in': 'Posttjeneren godtok ikke brukernavnet og passordet.',
    'mailbox-folder': 'Postkassen har ingen mappe med dette navnet.',
    'plan-needs': 'Planen kan ikke lages ennå. Den trenger deltakere med avklarte kanaler, og observatører.',
    'plan-started':
      'Feltarbeidet etter denne planen er i gang. Bruk «Endre planen» i stedet for å lage en ny.',
    'plan-missing': 'Det er ikke laget noen plan ennå.',
    'plan-changed': 'Planen er endret siden flyttingene ble vist. Se på dem en gang til.',
    'person-observes': 'Denne personen er allerede knyttet til en annen observatør.',
    'event-refused': 'Dette kan ikke skje nå. Siden er oppdatert etter det som er lagret.',
    'time-in-future': 'Tidspunktet er ikke kommet ennå. Sjekk klokka på enheten.',
    'submission-incomplete': 'Skjemaet mangler noe. Se på spørsmålene som er merket.',
    'submission-id-reused': 'Denne besvarelsen er allerede levert for en annen henvendelse.',
    'unsent-file': 'Filen er ikke en fil med usendt arbeid fra Lyttepost. Ingenting er lagret.',
    'fieldwork-closed': 'Feltarbeidet i denne utgaven er ikke åpent.',
    'fieldwork-paused': 'Feltarbeidet er satt på pause. Ikke start nye forsøk nå.',
    'already-paused': 'Feltarbeidet er allerede satt på pause.',
    'not-paused': 'Feltarbeidet er ikke satt på pause.',
    'decision-final': 'Avgjørelsen kan ikke tas tilbake lenger, fordi noe har skjedd etterpå.',
    'has-findings': 'Reglene har funnet noe i denne besvarelsen. Åpne den og se på funnene før du avgjør.',
    'briefing-not-passed':
      'Oppdraget åpner når du har bestått opplæringsprøven for utgaven. Den ligger på «Min side».',
    'partial-observer':
      'Du står oppført som inhabil hos denne deltakeren. Oppdraget skal gjøres av en annen; arrangøren ordner det.',
    'rates-missing': 'Satsene er ikke satt ennå. Legg dem inn før du utbetaler.',
    'nothing-to-pay': 'Det er ingenting å utbetale fram til denne dagen.',
    'results-not-published': 'Resultatene er ikke delt ennå. Arrangøren deler dem når kontrollen er ferdig.',
    'nothing-to-publish': 'Det er ingen godkjente besvarelser å dele resultater fra ennå.',
    'no-reports': 'Ingen rapporter er laget av resultatene slik de er nå. Lag dem først.',
    'results-not-shared': 'Del resultatene med deltakerne før de blir offentlige.',
    'same-edition': 'Begge navnene står i samme utgave. Da er de to, ikke én.',
    'names-a-person':
      'Teksten ser ut til å navngi en person. En treningsplan gjelder laget: skriv en rolle i stedet.',
    'survey-opened': 'Undersøkelsen er åpnet. Spørsmålene kan ikke endres nå.',
    'survey-not-open': 'Undersøkelsen er ikke åpen for svar nå.',
    'survey-running': 'Svarene vises når undersøkelsen er avsluttet.',
    'survey-few-answers': 'Det er for få svar til å vise noe eller foreslå poeng. Det trengs minst fem.',
    'answer-incomplete': 'Svaret er ikke helt ferdig. Fyll ut det som mangler, og send igjen.',
    'reminded-lately': 'Det er sendt påminnelse det siste døgnet. Vent til i morgen.',
    'nothing-to-change': 'Forslaget endrer ingen poeng. Ingenting er lagret.',
    'feedback-link-unknown': 'Lenken virker ikke. Den kan være byttet ut. Be om en ny.',
    'feedback-closed': 'Tilbakemeldingen er avsluttet.',
    'reply-first': 'Avsenderen har bedt om svar. Svar før du avslutter.',

    'owner-first': 'Temaet må ha en eier så lenge det er prioritert.',
    'nothing-to-code': 'Ingen henvendelser med tekst i disse dagene.',

    'answer-state': 'Kjernesvaret er kommet til et annet trinn enn du så. Last siden på nytt.',
    'answer-empty': 'Skriv selve svaret før du sender det til gjennomsyn.',
    'answer-changed': 'Teksten er endret siden du leste den. Last siden på nytt og se over den en gang til.',
    'answer-not-agreed': 'Kjernesvaret må være avtalt før en kanaltekst kan godkjennes.',
    'sign-offs-missing': 'Noen av dem som har ansvar for kanalene, har ikke sagt ja ennå.',
    'version-refused': 'Teksten bryter en regel som må følges. Se hva som er merket som feil.',
    'answers-not-open': 'Svarene er ikke åpne for andre, eller organisasjonen finnes ikke.',

    'improvement-step':
      'Det steget går ikke: det som er i virkning, trenger en dag og minst ett tema, og det som er droppet, begynner som foreslått.',
    'suggestion-closed': 'Forslaget er avsluttet.',
    'suggestion-unanswered': 'Avsenderen har ikke fått svar. Svar før du avslutter.',
    'suggestion-answerless': 'Forslaget er ikke knyttet til noe tema eller kjernesvar som kan endres.',
    'note-missing': 'Skriv kort hvorfor varselet kan lukkes.',
    'flow-not-counted':
      'Det kan ikke regnes med ennå. Et tiltak trenger tema, forventet virkning og en frist som ikke er passert; en endring trenger en dag som ikke er passert, trafikk i køen og, på nett, hva folk gjør der. Det som alt er i virkning, ligger i trafikken fra før.',
    'flow-impossible':
      'Andelene går ikke opp: henvendelsene ville avlet nye uten ende, eller summen blir mer enn alt.',

    'coding-nothing-to-read': 'Det er ingenting skriftlig å kode på nytt her.',
    'coding-nobody':
      'Ingen observatør kan kode denne: alle er enten den som gjorde henvendelsen, kunde hos deltakeren, eller uten innlogging.',
    'coding-closed': 'Denne kodingen er avsluttet.',
    'appeals-closed': 'Klagefristen er ute, eller den er ikke åpnet ennå.',
    'appeals-open':
      'Det er klager som ikke er avgjort, eller klagefristen er ikke ute. Resultatene kan deles etterpå.',
    'appeal-exists': 'Det er allerede klaget på denne besvarelsen.',
    'appeal-step': 'Klagen har kommet lenger i mellomtiden. Siden viser det som er lagret.',
    'coder-decides':
      'Den som har kodet eller gjort henvendelsen, kan ikke avgjøre klagen. Be en annen arrangør om det.',
    'file-refused':
      'Filen er av en type vi ikke tar imot her. Bruk PDF, PNG, JPEG eller ren tekst, høyst 5 MB.',
    'files-full': 'Klagen har så mange filer som den kan ha.',

    'plan-week-changed':
      'Noen andre har endret uka i mellomtiden. Last den på nytt; endringene dine ligger på siden til du gjør det.',
    'plan-week-same': 'Det er ikke noe nytt å publisere: kundebehandlerne ser denne planen fra før.',
    'plan-week-nothing':
      'Det er ingenting å sette opp: ingen kø trenger noen denne uka, eller det er ingen å sette opp.',
    'plan-week-findings':
      'Planen går over noen grenser. Rett dem, eller publiser likevel etter å ha sett på dem.',
    'shift-changed': 'En av vaktene er endret i mellomtida. Se på forslaget på nytt.',
    'event-exists':
      'Det finnes alt en slik hendelse den dagen. Endre størrelsen eller virkningen på den i stedet.',
    'absence-step': 'Fraværet er allerede avgjort eller trukket tilbake.',
    'swap-step': 'Byttet er allerede besvart, avgjort eller trukket tilbake.',
    'swap-exists': 'Vakten er alt tilbudt. Trekk tilbudet tilbake først.',
    'swap-passed': 'Vakten har begynt. Den kan ikke byttes bort lenger.',
    'swap-outdated': 'En av vaktene er endret etter at byttet ble avtalt. Spør på nytt.',
    'no-agent': 'Kontoen din er ikke knyttet til noen i vaktplanen. Bemanningsplanleggeren kan gjøre det.',

    'topic-gone':
      'Temaet er borte: det er slått sammen med et annet eller borte etter en ny gruppering. Ingenting er endret.',
    'topic-tree':
      'Temaer kan ligge i to nivåer. Et tema som har temaer under seg, kan ikke selv ligge under et annet.',
    'topic-step':
      'Det lar seg ikke gjøre: noe må bli igjen i temaet, og et tema kan ikke slås sammen med seg selv.',
    'decision-undone': 'Dette er alt angret.',
    'decision-built-upon': 'Noe som kom senere, bygger på dette. Angre det som kom senere, først.',
    'fit-running': 'En gruppering er alt i gang. Vent til den er ferdig, eller stopp den.',
    'what-if-empty':
      'Det er ingen trafikk å regne på disse dagene. Hent inn trafikk først, eller velg andre dager.',
    'nothing-to-group': 'Det er for få tekster å gruppere. Hent inn flere henvendelser med tekst.',
    'queue-closed': 'Køen er ikke i bruk. Ta den i bruk igjen først.',
    'delivery-not-last':
      'Bare det siste som er hentet inn, kan tas tilbake. Noe er hentet inn etter dette, eller det er tatt tilbake alt.',
    'queue-name-taken': 'En annen kø heter det alt.',
    'queue-has-traffic': 'Køen har trafikk med en annen intervallengde. Lag en ny kø for den nye lengden.',
    'traffic-file':
      'Filen kan ikke brukes slik den er: dato eller antall mangler, eller den har bare tall for hele dager. Ingenting er lagret.',

    offline: 'Vi fikk ikke kontakt med tjenesten. Sjekk nettet og prøv igjen.',
    unexpected: 'Noe gikk galt hos oss. Prøv igjen. Hjelper det ikke, gi oss referansen under.',
  },
  nn: {
    'not-signed-in': 'Du er ikkje logga inn. Logg inn og prøv igjen.',
    'not-allowed': 'Du har ikkje tilgang til dette. Spør ein administrator i organisasjonen din.',
    'not-found': 'Vi fann det ikkje. Det kan vere sletta eller høyre til ein annan organisasjon.',
    'invalid-input': 'Noko i det du sende inn, må rettast.',
    conflict: 'Nokon har endra dette i mellomtida. Last sida på nytt og prøv igjen.',
    'too-large': 'Fila eller teksten er for stor.',
    'too-many-requests': 'Det kom for mange forsøk på kort tid. Vent litt og prøv igjen.',
    overloaded: 'Tenesta har for mykje å gjere akkurat no. Vent nokre sekund og prøv igjen.',
    'malformed-body': 'Det som vart sendt, kunne ikkje lesast.',
    'unsupported-content': 'Denne typen innhald tek vi ikkje imot her.',
    internal: 'Noko gjekk gale hos oss. Prøv igjen. Hjelper det ikkje, gi oss referansen under.',
    'foreign-origin': 'Det som vart sendt, kom frå ein annan nettstad og vart stoppa.',
    'idempotency-key-reused': 'Denne nøkkelen er allereie brukt til noko anna.',
    'idempotency-key-busy': 'Det same blir allereie lagra. Vent litt.',

    'sign-in-failed': 'E-posten eller passordet er feil.',
    'sign-in-locked': 'Det kom for mange forsøk. Vent litt før du prøver igjen.',
    'no-organisation':
      'Kontoen din høyrer ikkje til nokon organisasjon som er i bruk. Spør ein administrator.',
    'invitation-unknown': 'Vi kjenner ikkje denne invitasjonen.',
    'invitation-closed': 'Invitasjonen er brukt, trekt tilbake eller for gammal.',
    'already-member': 'Personen er allereie med i organisasjonen.',
    'api-key-unknown': 'Denne API-nøkkelen gjeld ikkje. Han kan vere skriven feil eller trekt tilbake.',
    'last-admin': 'Organisasjonen må ha minst éin aktiv administrator.',

    'edition-frozen': 'Metoden er låst fordi feltarbeidet har byrja. Endringar høyrer til neste utgåve.',
    'edition-changed':
      'Ein annan lagra metoden i mellomtida. Ta vare på endringane dine, hent den nyaste og legg dei inn på nytt.',
    'edition-state': 'Utgåva kan ikkje få den statusen no.',
    'edition-not-planned': 'Feltarbeidet kan ikkje byrje før det er laga ein plan.',
    'form-empty': 'Fila har ingen spørsmål med svaralternativ.',
    'edition-in-use':
      'Berre ei utgåve som blir førebudd og ikkje har nokon plan, kan slettast. Denne har kome lenger.',
    'method-broken': 'Metoden bryt reglane for ei utgåve. Rett det som er merkt, og prøv igjen.',
    'method-refused': 'Fila er ikkje ein metode som kan brukast. Ingenting vart lagra.',
    'channels-frozen':
      'Kanalane er låste fordi deltakaren har førespurnader i planen. Endre dei med «Endre planen».',
    'nothing-to-read': 'Ingen av deltakarane har ei nettadresse som kan lesast. Legg inn nettstadene først.',
    'source-name-taken': 'Det finst ei kjelde med dette namnet frå før.',
    'source-retired': 'Kjelda er teken ut av bruk, og tek ikkje imot meir.',
    'source-kind': 'Dette passar ikkje til denne slags kjelde.',
    'upload-incomplete': 'Heile fila er ikkje komen fram. Send henne på nytt.',
    'batch-finished': 'Leveringa er ferdig og kan ikkje stoppast.',
    'mailbox-missing': 'Sei først kva postkasse som skal lesast.',
    'webhook-private': 'Adressa ligg i eit lukka nett. Den som driftar Lyttepost, må tillate henne.',
    'webhook-credentials': 'Adressa kan ikkje ha brukarnamn og passord i seg.',
    'mailbox-private': 'Denne tenaren står i eit lukka nett. Den som driftar Lyttepost, må tillate han.',
    'mailbox-open': 'Passordet ville gått ope over nettet. Vel TLS eller STARTTLS.',
    'mailbox-unreachable': 'Vi fekk ikkje kontakt med posttenaren.',
    'mailbox-sign-in': 'Posttenaren godtok ikkje brukarnamnet og passordet.',
    'mailbox-folder': 'Postkassa har inga mappe med dette namnet.',
    'plan-needs': 'Planen kan ikkje lagast enno. Han treng deltakarar med avklarte kanalar, og observatørar.',
    'plan-started':
      'Feltarbeidet etter denne planen er i gang. Bruk «Endre planen» i staden for å lage ein ny.',
    'plan-missing': 'Det er ikkje laga nokon plan enno.',
    'plan-changed': 'Planen er endra sidan flyttingane vart viste. Sjå på dei ein gong til.',
    'person-observes': 'Denne personen er allereie knytt til ein annan observatør.',
    'event-refused': 'Dette kan ikkje skje no. Sida er oppdatert etter det som er lagra.',
    'time-in-future': 'Tidspunktet er ikkje kome enno. Sjekk klokka på eininga.',
    'submission-incomplete': 'Skjemaet manglar noko. Sjå på spørsmåla som er merkte.',
    'submission-id-reused': 'Denne innleveringa høyrer allereie til ein annan førespurnad.',
    'unsent-file': 'Fila er ikkje ei fil med usendt arbeid frå Lyttepost. Ingenting er lagra.',
    'fieldwork-closed': 'Feltarbeidet i denne utgåva er ikkje ope.',
    'fieldwork-paused': 'Feltarbeidet er sett på pause. Ikkje start nye forsøk no.',
    'already-paused': 'Feltarbeidet er allereie sett på pause.',
    'not-paused': 'Feltarbeidet er ikkje sett på pause.',
    'decision-final': 'Avgjerda kan ikkje takast tilbake lenger, fordi noko har hendt etterpå.',
    'has-findings': 'Reglane har funne noko i denne innleveringa. Opne ho og sjå på funna før du avgjer.',
    'briefing-not-passed':
      'Oppdraget opnar når du har bestått opplæringsprøva for utgåva. Ho ligg på «Mi side».',
    'partial-observer':
      'Du står oppført som inhabil hos denne deltakaren. Oppdraget skal gjerast av ein annan; arrangøren ordnar det.',
    'rates-missing': 'Satsane er ikkje sette enno. Legg dei inn før du betaler ut.',
    'nothing-to-pay': 'Det er ingenting å betale ut fram til denne dagen.',
    'results-not-published': 'Resultata er ikkje delte enno. Arrangøren deler dei når kontrollen er ferdig.',
    'nothing-to-publish': 'Det er ingen godkjende innleveringar å dele resultat frå enno.',
    'no-reports': 'Ingen rapportar er laga av resultata slik dei er no. Lag dei først.',
    'results-not-shared': 'Del resultata med deltakarane før dei blir offentlege.',
    'same-edition': 'Begge namna står i same utgåve. Då er dei to, ikkje éin.',
    'names-a-person':
      'Teksten ser ut til å namngi ein person. Ein treningsplan gjeld laget: skriv ei rolle i staden.',
    'survey-opened': 'Undersøkinga er opna. Spørsmåla kan ikkje endrast no.',
    'survey-not-open': 'Undersøkinga er ikkje open for svar no.',
    'survey-running': 'Svara blir viste når undersøkinga er avslutta.',
    'survey-few-answers': 'Det er for få svar til å vise noko eller foreslå poeng. Det trengst minst fem.',
    'answer-incomplete': 'Svaret er ikkje heilt ferdig. Fyll ut det som manglar, og send igjen.',
    'reminded-lately': 'Det er sendt påminning det siste døgnet. Vent til i morgon.',
    'nothing-to-change': 'Forslaget endrar ingen poeng. Ingenting er lagra.',
    'feedback-link-unknown': 'Lenkja verkar ikkje. Ho kan vere bytt ut. Be om ei ny.',
    'feedback-closed': 'Tilbakemeldinga er avslutta.',
    'reply-first': 'Avsendaren har bede om svar. Svar før du avsluttar.',

    'owner-first': 'Temaet må ha ein eigar så lenge det er prioritert.',
    'nothing-to-code': 'Ingen førespurnader med tekst desse dagane.',

    'answer-state': 'Kjernesvaret er kome til eit anna steg enn du såg. Last sida på nytt.',
    'answer-empty': 'Skriv sjølve svaret før du sender det til gjennomsyn.',
    'answer-changed': 'Teksten er endra sidan du las han. Last sida på nytt og sjå over han ein gong til.',
    'answer-not-agreed': 'Kjernesvaret må vere avtalt før ein kanaltekst kan godkjennast.',
    'sign-offs-missing': 'Nokre av dei som har ansvar for kanalane, har ikkje sagt ja enno.',
    'version-refused': 'Teksten bryt ein regel som må følgjast. Sjå kva som er merkt som feil.',
    'answers-not-open': 'Svara er ikkje opne for andre, eller organisasjonen finst ikkje.',

    'improvement-step':
      'Det steget går ikkje: det som er i verknad, treng ein dag og minst eitt tema, og det som er droppa, byrjar som foreslått.',
    'suggestion-closed': 'Framlegget er avslutta.',
    'suggestion-unanswered': 'Avsendaren har ikkje fått svar. Svar før du avsluttar.',
    'suggestion-answerless': 'Framlegget er ikkje knytt til noko tema eller kjernesvar som kan endrast.',
    'note-missing': 'Skriv kort kvifor varselet kan lukkast.',
    'flow-not-counted':
      'Det kan ikkje reknast med enno. Eit tiltak treng tema, venta verknad og ein frist som ikkje er passert; ei endring treng ein dag som ikkje er passert, trafikk i køen og, på nett, kva folk gjer der. Det som alt er i verknad, ligg i trafikken frå før.',
    'flow-impossible':
      'Delane går ikkje opp: førespurnadene ville avla nye utan ende, eller summen blir meir enn alt.',

    'coding-nothing-to-read': 'Det er ingenting skriftleg å kode på nytt her.',
    'coding-nobody':
      'Ingen observatør kan kode denne: alle er anten den som gjorde førespurnaden, kunde hos deltakaren, eller utan innlogging.',
    'coding-closed': 'Denne kodinga er avslutta.',
    'appeals-closed': 'Klagefristen er ute, eller han er ikkje opna enno.',
    'appeals-open':
      'Det er klager som ikkje er avgjorde, eller klagefristen er ikkje ute. Resultata kan delast etterpå.',
    'appeal-exists': 'Det er allereie klaga på denne innleveringa.',
    'appeal-step': 'Klaga har kome lenger i mellomtida. Sida viser det som er lagra.',
    'coder-decides':
      'Den som har koda eller gjort førespurnaden, kan ikkje avgjere klaga. Be ein annan arrangør om det.',
    'file-refused':
      'Fila er av ein type vi ikkje tek imot her. Bruk PDF, PNG, JPEG eller rein tekst, høgst 5 MB.',
    'files-full': 'Klaga har så mange filer som ho kan ha.',

    'plan-week-changed':
      'Nokon andre har endra veka i mellomtida. Last henne på nytt; endringane dine ligg på sida til du gjer det.',
    'plan-week-same': 'Det er ikkje noko nytt å publisere: kundebehandlarane ser denne planen frå før.',
    'plan-week-nothing':
      'Det er ingenting å setje opp: ingen kø treng nokon denne veka, eller det er ingen å setje opp.',
    'plan-week-findings':
      'Planen går over nokre grenser. Rett dei, eller publiser likevel etter å ha sett på dei.',
    'shift-changed': 'Ei av vaktene er endra i mellomtida. Sjå på framlegget på nytt.',
    'event-exists':
      'Det finst alt ei slik hending den dagen. Endre storleiken eller verknaden på henne i staden.',
    'absence-step': 'Fråværet er alt avgjort eller trekt tilbake.',
    'swap-step': 'Byttet er alt svart på, avgjort eller trekt tilbake.',
    'swap-exists': 'Vakta er alt tilboden. Trekk tilbodet tilbake først.',
    'swap-passed': 'Vakta har byrja. Ho kan ikkje bytast bort lenger.',
    'swap-outdated': 'Ei av vaktene er endra etter at byttet vart avtalt. Spør på nytt.',
    'no-agent': 'Kontoen din er ikkje knytt til nokon i vaktplanen. Bemanningsplanleggjaren kan gjere det.',

    'topic-gone':
      'Temaet er borte: det er slått saman med eit anna eller borte etter ei ny gruppering. Ingenting er endra.',
    'topic-tree':
      'Tema kan liggje i to nivå. Eit tema som har tema under seg, kan ikkje sjølv liggje under eit anna.',
    'topic-step':
      'Det lèt seg ikkje gjere: noko må bli att i temaet, og eit tema kan ikkje slåast saman med seg sjølv.',
    'decision-undone': 'Dette er alt angra.',
    'decision-built-upon': 'Noko som kom seinare, byggjer på dette. Angre det som kom seinare, først.',
    'fit-running': 'Ei gruppering er alt i gang. Vent til ho er ferdig, eller stopp henne.',
    'what-if-empty':
      'Det er ingen trafikk å rekne på desse dagane. Hent inn trafikk først, eller vel andre dagar.',
    'nothing-to-group': 'Det er for få tekstar å gruppere. Hent inn fleire førespurnader med tekst.',
    'queue-closed': 'Køen er ikkje i bruk. Ta han i bruk att først.',
    'delivery-not-last':
      'Berre det siste som er henta inn, kan takast tilbake. Noko er henta inn etter dette, eller det er teke tilbake alt.',
    'queue-name-taken': 'Ein annan kø heiter det alt.',
    'queue-has-traffic': 'Køen har trafikk med ei anna intervallengd. Lag ein ny kø for den nye lengda.',
    'traffic-file':
      'Fila kan ikkje brukast slik ho er: det manglar dato eller tal, eller ho har berre tal for heile dagar. Ingenting er lagra.',

    offline: 'Vi fekk ikkje kontakt med tenesta. Sjekk nettet og prøv igjen.',
    unexpected: 'Noko gjekk gale hos oss. Prøv igjen. Hjelper det ikkje, gi oss referansen under.',
  },
  en: {
    'not-signed-in': 'You are not signed in. Sign in and try again.',
    'not-allowed': 'You do not have access to this. Ask an administrator in your organisation.',
    'not-found': 'We could not find it. It may have been deleted, or belong to another organisation.',
    'invalid-input': 'Something you sent in must be corrected.',
    conflict: 'Somebody changed this in the meantime. Reload the page and try again.',
    'too-large': 'The file or the text is too large.',
    'too-many-requests': 'Too many attempts in a short time. Wait a little and try again.',
    overloaded: 'The service is very busy right now. Wait a few seconds and try again.',
    'malformed-body': 'What was sent could not be read.',
    'unsupported-content': 'We do not accept this kind of content here.',
    internal: 'Something went wrong on our side. Try again. If it still fails, give us the reference below.',
    'foreign-origin': 'The request came from another site and was stopped.',
    'idempotency-key-reused': 'This key has already been used for something else.',
    'idempotency-key-busy': 'The same is already being saved. Wait a moment.',

    'sign-in-failed': 'The e-mail or the password is wrong.',
    'sign-in-locked': 'There were too many attempts. Wait a little before you try again.',
    'no-organisation': 'Your account does not belong to an active organisation. Ask an administrator.',
    'invitation-unknown': 'We do not know this invitation.',
    'invitation-closed': 'The invitation has been used, withdrawn or is too old.',
    'already-member': 'The person is already in the organisation.',
    'api-key-unknown': 'This API key does not work. It may be mistyped or revoked.',
    'last-admin': 'The organisation must have at least one active administrator.',

    'edition-frozen':
      'The method is locked because fieldwork has started. Changes belong to the next edition.',
    'edition-changed':
      'Somebody else saved the method in the meantime. Keep your changes, fetch the latest version and enter them again.',
    'edition-state': 'The edition cannot get that status now.',
    'edition-not-planned': 'Fieldwork cannot start before there is a plan.',
    'form-empty': 'The file has no questions with answer options.',
    'edition-in-use':
      'Only an edition that is being prepared and has no plan can be deleted. This one has come further.',
    'method-broken': 'The method breaks the rules of an edition. Correct what is marked and try again.',
    'method-refused': 'The file is not a method that can be used. Nothing was saved.',
    'channels-frozen':
      'The channels are locked because the participant has contacts in the plan. Change them with “Change the plan”.',
    'nothing-to-read':
      'None of the participants has a web address that can be read. Enter the addresses first.',
    'source-name-taken': 'There is a source with this name already.',
    'source-retired': 'The source is retired and takes nothing more in.',
    'source-kind': 'This does not go with a source of this kind.',
    'upload-incomplete': 'The file has not arrived whole. Send it again.',
    'batch-finished': 'The delivery is finished and cannot be stopped.',
    'mailbox-missing': 'Say first which mailbox is to be read.',
    'webhook-private': 'The address is on a closed network. Whoever runs Lyttepost must allow it.',
    'webhook-credentials': 'The address cannot hold a user name and a password.',
    'mailbox-private': 'This server is on a closed network. Whoever runs Lyttepost must allow it.',
    'mailbox-open': 'The password would cross the internet in the clear. Choose TLS or STARTTLS.',
    'mailbox-unreachable': 'The mail server could not be reached.',
    'mailbox-sign-in': 'The mail server did not accept the user name and password.',
    'mailbox-folder': 'The mailbox has no folder with this name.',
    'plan-needs': 'The plan cannot be made yet. It needs participants with settled channels, and observers.',
    'plan-started': 'Fieldwork under this plan has begun. Use “Change the plan” instead of making a new one.',
    'plan-missing': 'No plan has been made yet.',
    'plan-changed': 'The plan has changed since the moves were shown. Look at them once more.',
    'person-observes': 'This person already belongs to another observer.',
    'event-refused': 'This cannot happen now. The page shows what is stored.',
    'time-in-future': 'The time is in the future. Check the clock of the device.',
    'submission-incomplete': 'Something is missing in the form. Look at the marked questions.',
    'submission-id-reused': 'This submission has already been handed in for another contact.',
    'unsent-file': 'The file is not one of unsent work from Lyttepost. Nothing has been saved.',
    'fieldwork-closed': 'The fieldwork of this edition is not open.',
    'fieldwork-paused': 'The fieldwork is paused. Do not start new attempts now.',
    'already-paused': 'The fieldwork is paused already.',
    'not-paused': 'The fieldwork is not paused.',
    'decision-final': 'The decision can no longer be taken back, because something has happened since.',
    'has-findings': 'The rules noticed something in this submission. Open it and read the findings first.',
    'briefing-not-passed':
      'The assignment opens when you have passed the briefing test of the edition. It is on “My page”.',
    'partial-observer':
      'You are listed as having a conflict of interest with this participant. Somebody else will make the contact.',
    'rates-missing': 'The rates are not set yet. Set them before you pay.',
    'nothing-to-pay': 'There is nothing to pay up to this day.',
    'results-not-published':
      'The results are not shared yet. The organiser shares them when the review is finished.',
    'nothing-to-publish': 'There is no approved submission to share results from yet.',
    'no-reports': 'No reports have been made of the results as they are now. Make them first.',
    'results-not-shared': 'Share the results with the participants before they become public.',
    'same-edition': 'Both names stand in the same edition, so they are two and not one.',
    'names-a-person':
      'The text seems to name a person. A training plan is for the team: write a role instead.',
    'survey-opened': 'The survey has been opened. Its questions cannot be changed now.',
    'survey-not-open': 'The survey is not open for answers now.',
    'survey-running': 'The answers are shown when the survey has closed.',
    'survey-few-answers':
      'There are too few answers to show anything or suggest points. At least five are needed.',
    'answer-incomplete': 'The answer is not quite finished. Fill in what is missing and send it again.',
    'reminded-lately': 'A reminder was sent within the last day. Wait until tomorrow.',
    'nothing-to-change': 'The proposal changes no points. Nothing has been saved.',
    'feedback-link-unknown': 'The link does not work. It may have been replaced. Ask for a new one.',
    'feedback-closed': 'The feedback has been closed.',
    'reply-first': 'The sender asked for a reply. Reply before you close it.',

    'owner-first': 'A topic needs an owner as long as it is prioritised.',
    'nothing-to-code': 'No enquiries with text in these days.',

    'answer-state': 'The core answer has come to another step than you saw. Load the page again.',
    'answer-empty': 'Write the answer itself before you hand it in for review.',
    'answer-changed':
      'The text has changed since you read it. Load the page again and look it over once more.',
    'answer-not-agreed': 'The core answer must be agreed before a channel’s text can be approved.',
    'sign-offs-missing': 'Some of those who are responsible for the channels have not said yes yet.',
    'version-refused': 'The text breaks a rule that must be kept. See what is marked as wrong.',
    'answers-not-open': 'The answers are not open to others, or there is no such organisation.',

    'improvement-step':
      'That step is not possible: what is in effect needs a day and at least one topic, and what was dropped begins as proposed.',
    'suggestion-closed': 'The suggestion is closed.',
    'suggestion-unanswered': 'The sender has no answer yet. Answer before you close.',
    'suggestion-answerless': 'The suggestion is about no topic or core answer that could be changed.',
    'note-missing': 'Say in a few words why the alarm can be closed.',
    'flow-not-counted':
      'It cannot be counted on yet. An improvement needs topics, an expected effect and a deadline that has not passed; a change needs a day that has not passed, traffic in the queue and, online, what people do there. What is already in effect is in the traffic as it is.',
    'flow-impossible':
      'The shares do not add up: contacts would breed new ones without end, or the sum is more than all.',

    'coding-nothing-to-read': 'There is nothing written to code again here.',
    'coding-nobody':
      'No observer can code this one: each of them made the contact, is a customer of the participant, or cannot sign in.',
    'coding-closed': 'This coding is closed.',
    'appeals-closed': 'The deadline for appeals has passed, or appeals are not open yet.',
    'appeals-open':
      'There are appeals without a decision, or the deadline has not passed. The results can be published afterwards.',
    'appeal-exists': 'This submission has already been appealed.',
    'appeal-step': 'The appeal has come further in the meantime. The page shows what is saved.',
    'coder-decides': 'Whoever coded or made the contact cannot decide the appeal. Ask another organiser.',
    'file-refused':
      'We do not accept this kind of file here. Use PDF, PNG, JPEG or plain text, at most 5 MB.',
    'files-full': 'The appeal has as many files as it can have.',

    'plan-week-changed':
      'Somebody else has changed the week meanwhile. Load it again; your changes stay on the page until you do.',
    'plan-week-same': 'There is nothing new to publish: the agents see this plan already.',
    'plan-week-nothing':
      'There is nothing to plan: no queue needs anybody this week, or there is nobody to plan.',
    'plan-week-findings':
      'The plan passes some limits. Correct them, or publish all the same after looking at them.',
    'shift-changed': 'One of the shifts has been changed meanwhile. Look at the proposal again.',
    'event-exists': 'There is such an event on that day already. Change its size or its effect instead.',
    'absence-step': 'The absence has been decided or taken back already.',
    'swap-step': 'The swap has been answered, decided or taken back already.',
    'swap-exists': 'The shift has been offered already. Take the offer back first.',
    'swap-passed': 'The shift has begun. It cannot be swapped any more.',
    'swap-outdated': 'One of the shifts has changed since the swap was agreed. Ask again.',
    'no-agent': 'Your account is not tied to anybody in the shift plan. The planner can do that.',

    'topic-gone':
      'The topic is gone: it was merged into another or left after a new grouping. Nothing was changed.',
    'topic-tree': 'Topics have two levels. A topic with topics below it cannot lie below another one.',
    'topic-step':
      'That cannot be done: something must stay in the topic, and a topic cannot be merged into itself.',
    'decision-undone': 'This has been undone already.',
    'decision-built-upon': 'Something later builds on this. Undo what came later first.',
    'fit-running': 'A grouping is under way already. Wait until it is done, or stop it.',
    'what-if-empty':
      'There is no traffic to simulate on these days. Bring in traffic first, or choose other days.',
    'nothing-to-group': 'There are too few texts to group. Bring in more enquiries with text.',
    'queue-closed': 'The queue is not in use. Take it into use again first.',
    'delivery-not-last':
      'Only the last one brought in can be taken back. Something has been brought in since, or it has been taken back already.',
    'queue-name-taken': 'Another queue has that name already.',
    'queue-has-traffic':
      'The queue has traffic in intervals of another length. Make a new queue for the new length.',
    'traffic-file':
      'The file cannot be used as it is: it lacks dates or counts, or has totals of whole days only. Nothing has been saved.',

    offline: 'We could not reach the service. Check your connection and try again.',
    unexpected:
      'Something went wrong on our side. Try again. If it still fails, give us the reference below.',
  },
})
