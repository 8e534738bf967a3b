/**
 * What municipal and register exports call their columns, in Danish, Swedish, Norwegian and English, by the option of the study that
 * the column would be named in. Compared without case, blanks and punctuation.
 */
const terms = {
  person: `
    borgerid, borgernr, borgernummer, borger, cpr, cprnr, cprnummer, personid, personnr, personnummer, pnr,
    samordningsnummer, løbenummer, løbenr, lopnr, löpnr, löpnummer, lopenr, løpenr, løpenummer, fødselsnummer,
    fodselsnummer, fnr, dnummer, dufnummer, brukerid, brukarid, bruker, brukare, klientid, klient, henkilötunnus, hetu,
    barnid, barnets cpr, barnetscpr, elevid, elevnr, studentid, childid, clientid, id, idnr, idnummer, nøgle, person,
    individ, individid, pid, sagsnr, journalnr`,
  born: `
    fødselsdato, fodselsdato, født, fødtdato, fødselsdag, fødedato, födelsedatum, fodelsedatum, född, födelsedag,
    foedselsdato, foedt, født dato, birthdate, dateofbirth, dob, born, birthday, syntymäaika, foddato, fdato`,
  died: `
    dødsdato, død, dødsdag, doedsdato, dödsdatum, död, avliden, døde, dateofdeath, deathdate, died, died on`,
  household: `
    husstand, husstandsid, husstandsnr, familie, familieid, familienr, hushåll, hushållsid, hushall, familj, familjeid,
    husholdning, husholdningsid, husholdsnr, husstandsnummer, household, householdid, family, familyid, efalle,
    familieidnr, cnr`,
  school: `
    skole, skolenavn, skoleid, institution, institutionsnr, skola, skolenhet, skolenhetskod, skolnamn, skolekode,
    barnehage, förskola, dagtilbud, børnehave, school, schoolname, schoolid, organisasjonsnummer`,
  referral: `
    henvist, henvisningsdato, henvisning, henvistdato, visitationsdato, visiteret, ansøgningsdato, underretningsdato,
    remiss, remissdatum, remitterad, remitteringsdatum, anmäld, aktualiserad, aktualisering, ansökningsdatum, henvist dato,
    søknadsdato, meldt, referral, referraldate, referred, referredon`,
  start: `
    start, startdato, startdatum, startdate, indsatsstart, indsats start, indsatsstartdato, opstart, opstartsdato,
    påbegyndt, programstart, forløbsstart, insatsstart, insats start, påbörjad, tiltaksstart, tiltak start, oppstart,
    oppstartsdato, påbegynt, programstartdato, programme start, programmestart, started, enrolled`,
  from: `
    iverksatt, iverksettelsesdato, verkställd från, verkställd, fra, fradato, fra dato, startdato, start, begyndt,
    gyldigfra, periodefra, iværksat, iværksættelsesdato, bevilgetfra, effektueret, effektueringsdato, tilflyttet,
    tilflytningsdato, indflytning, indflytningsdato, från, fråndatum, från och med, fromdatum, fr o m, from, fromdate,
    startdatum, startdate, inflyttad, inflyttning, inflyttningsdatum, fom, fom dato, fomdato, vedtaksdato, innflyttet,
    innflyttingsdato, validfrom, begin, begins`,
  to: `
    til, tildato, til dato, slutdato, slut, ophør, ophørsdato, ophørt, gyldigtil, periodetil, afsluttet, bevilgettil,
    fraflyttet, fraflytningsdato, till, tilldatum, till och med, tomdatum, tom, t o m, slutdatum, verkställd till,
    utflyttad, utflyttning, utflyttningsdatum, avslutad, avslutsdatum, tomdato, tom dato, sluttdato, slutt, avsluttet,
    utflyttet, utflyttingsdato, to, todate, end, enddate, ends, ended, validto, until, upphörd`,
  service: `
    ydelse, ydelsesnavn, ydelsestype, ydelseskode, foranstaltning, foranstaltningstype, indsats, indsatstype, tilbud,
    tilbudstype, paragraf, insats, insatstyp, insatskod, åtgärd, beslut, beslutstyp, lagrum, tjeneste, tjenestetype,
    tiltak, tiltakstype, ytelse, vedtak, vedtakstype, service, servicetype, measure, placement type, anbringelsestype,
    anbringelsessted, insatskategori`,
  price: `
    prisprdag, pris pr dag, prispr.dag, dagspris, døgnpris, takst, døgntakst, dygnspris, dygnskostnad, pris per dygn,
    dagsats, pris per dag, prisperdag, dygnavgift, døgnsats, price, dailyprice, price per day, priceperday, rate,
    pris pr døgn, pris per døgn`,
  payer: `
    aktør, aktör, interessent, betalingskommune, betaler, betalende kommune, handlekommune, finansieringskommune, payer,
    paidby, paying municipality, betalare, betalande kommun, ansvarig kommun, kostnadsbärare, ansvarlig kommune, betalende,
    forvaltning, betalerkommune`,
  municipality: `
    kommune, kommunenavn, kommunekode, kommunenr, kommunenummer, kom, komnr, bopælskommune, bopæl, kommun, kommunnamn,
    kommunkod, folkbokföringskommun, folkbokföringsort, bosted, bostedskommune, municipality, municipalitycode,
    homemunicipality, lkf`,
  consequence: `
    konsekvens, udfald, ydelse, område, følgdeffekt, följdeffekt, utfall, virkning, consequence, outcome, insats, tjeneste,
    kategori`,
  year: `år, aar, year, regnskabsår, budgetår, kalenderår, verksamhetsår, regnskapsår, budsjettår, ar`,
  period: `periode, period, kvartal, måned, månad, quarter, month, årkvartal, årmåned, uge, vecka, week`,
  unit: `enhed, enhet, unit, måleenhed, mängdenhet, per`,
  amount: `
    pris, enhedspris, beløb, enhetspris, belopp, beløp, kostnad, omkostning, udgift, amount, price, unitprice, unitcost,
    cost, enhedsomkostning, enhetskostnad, sum`,
  claimed: `
    forudsat besparelse, forudsatbesparelse, besparelse, forventet besparelse, gevinst, beräknad besparing, besparing,
    minskade kostnader, forutsatt innsparing, innsparing, forventet innsparing, saving, expected saving, claim, claimed`,
  value: `
    fravær, fraværsdage, fraværsdager, dage med fravær, frånvarodagar, frånvaro, sygedage, sjukdagar, sykedager, absence,
    absencedays, days absent, score, point, poäng, poeng, værdi, värde, verdi, value, antal dage, antal dagar,
    antall dager, dage, dagar, dager, days, resultat, result`,
  low: `lav, låg, lavest, lägst, low, lower, min, minimum, laveste`,
  high: `høj, hög, høy, højest, högst, high, upper, max, maximum, højeste`,
  priceYear: `prisniveau, prisår, prisnivå, kroneår, prisnivåår, priceyear, price level, pl`,
  cashable: `
    realiserbar andel, realiserbar, kasseandel, realiserbar del, hemtagbar andel, hämtbar, cashable, cashable share,
    realiserbarandel`,
  basis: `grundlag, prisgrundlag, prisbasis, omkostningsgrundlag, kostnadsgrund, kostnadsgrunnlag, basis, price basis`,
  grade: `evidens, evidensgrad, evidensstyrke, evidence, evidence grade, grade`,
  starters: `deltagere, antal deltagere, deltagare, antal deltagare, deltakere, antall deltakere, starters, participants`,
  effect: `
    effekt, effekt pr deltager, forudsat effekt, effekt per deltagare, beräknad effekt, effekt per deltaker,
    forutsatt effekt, effect, effect per person, effect per participant`,
  behaviour: `adfærd, omkostningstype, beteende, kostnadstyp, adferd, kostnadstype, behaviour, behavior, cost type`,
  source: `kilde, källa, source, reference, datakilde`,
  currency: `valuta, currency, møntfod`,
  planned: `budgetteret, planlagt, budget, planerad, budgeterad, budsjettert, planned, budgeted, plan`,
  actual: `faktisk, regnskab, realiseret, utfall, bokfört, bokslut, regnskap, actual, spent, forbrug, faktiskt`,
  adopted: `
    vedtaget, vedtaget budget, oprindeligt budget, antagen, ursprunglig budget, vedtatt, adopted, original budget`,
  adjusted: `
    korrigeret, korrigeret budget, omplaceringer, justerad, reviderad budget, revidert, regulert, adjusted, revised`,
  account: `konto, kontonr, funktion, gruppering, ansvar, verksamhet, funksjon, art, account, artskonto`,
  index: `indeks, index, prisindeks, prisindex, nettoprisindeks, konsumentprisindex, konsumprisindeks, kpi, deflator, price index`,
  refundedBy: `refunderes af, refusion fra, refunderende, ersätts av, ersättning från, refunderes av, refusjon fra, refunded by`,
  refundShare: `
    refusionssats, refusionsandel, refusionsprocent, ersättningsandel, ersättningsgrad, refusjonssats, refusjonsandel,
    refund share, refund rate`,
  dropouts: `frafald, frafaldne, avhopp, avbrutna, frafall, dropouts, dropout`,
  reason: `årsag, begrundelse, orsak, anledning, årsak, begrunnelse, reason, cause, bemærkning`,
} as const;

/** What a column may be in a study, by the name of the option it would be given in. */
export type ColumnRole = keyof typeof terms;

const split = (text: string): readonly string[] => text.split(",").map((term) => term.trim());

export const roleTerms: ReadonlyMap<ColumnRole, readonly string[]> = new Map(
  Object.entries(terms).map(([role, text]) => [role as ColumnRole, split(text)]),
);

/** Headers of what names or places a person, which no study needs and no screen should show. */
export const personalTerms: readonly string[] = split(`
    navn, fornavn, efternavn, fuldenavn, borgernavn, namn, förnamn, efternamn, etternavn, name, firstname, lastname,
    surname, fullname, adresse, adress, address, vejnavn, gatuadress, gateadresse, telefon, telefonnr, mobil, email, epost,
    mail, bemærkninger, notat, journalnotat, anteckning, kommentar, comment, notes`);
