/** Names and words that stand beside names. All folded. */
import { FAMILY_NAMES, GIVEN_NAMES } from './common-names.ts';
import { foldWord } from './scan.ts';

/** Persian and Arabic given names as Latin texts spell them, which the generated list lacks. */
const PERSIAN_GIVEN =
  'abbas abdollah abdullah abdul abolfazl abolhassan ahmad ahmadreza ahmed akbar alaeddin ali alireza amin amir amirali amirhossein anoushirvan ardeshir arash armin asghar ata atefeh aziz azadeh babak bahar bahman bahram behrouz behnam behzad bijan dariush darya davoud davood dina ebrahim effat ehsan elaheh elham esmail esmaeil fahimeh faezeh farah farhad fariba fariborz farideh farshid farzaneh fatemeh fereydoun fereshteh ghasem gholam gholamhossein gholamreza golnaz habib hadi hamed hamid hamidreza hashem hassan hasan hashim heidar hesam hessam homa hooman hossein hosein hussein husain ibrahim iraj ismail jafar jahangir jalal jamal jamshid javad javid kamal kamran karim kazem kaveh keyvan khalil khosrow kianoush kourosh ladan laleh leila mahdi mahmoud mahmud mahsa mahshid majid maliheh mana mansour mansoureh manouchehr marjan maryam marzieh masih masoud massoud masoumeh maziar mehdi mehran mehrdad mina mir mitra moein mohamad mohammad mohammadreza mohsen mohseni mojgan mojtaba morteza mostafa mousa mousavi muhammad mustafa nader nahid narges naser nasrin nasser nazanin neda negar niloufar nima omid parisa parviz parvin peyman pouya qasem rahim ramin rasoul reza roozbeh roya rouhollah ruhollah saba sadegh sadeq saeed saeid said sajad sajjad salar salman saman samaneh sara sarah sasan sattar sepideh shadi shahin shahram shahriar shahrokh shapour sharif shervin shirin shohreh siamak siavash simin sina sohrab soheil soroush taghi taher taqi vahid vida yaghoub yahya yousef zahra zeinab zohreh';

/** Ranks, offices and forms of address that stand before a name. What stands here belongs to the reason, not to the name. */
const TITLES =
  'mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness viscount earl count rt hon honourable honorable right reverend rev father sister judge justice chief mufti mullah imam sheikh shaikh sheik ayatollah ajatollah ayatolla grand hojatoleslam hojjatoleslam hojjat hujjat seyyed seyed sayyid sayed said syed sayyed hajj haj haji president presidente presidentin prasident premier prime minister ministre ministro ministerin speaker leader lider fuhrer chef judiciary cleric klerus kleriker hardliner conservative reformist senator senatorin senateur senador congressman congresswoman representative deputy depute diputado vice chairman chairwoman chair secretary general commander colonel captain major lieutenant sergeant ambassador envoy spokesman spokeswoman councillor cllr alderman mp mep md td msp am mla qc kc king queen prince princess pope bishop archbishop coach director adviser advisor lawyer wrestler ringer lutteur luchador champion activist dissident opposition herr frau monsieur madame mademoiselle madam maitre senor senora don dona el la le les der die das den dem des unser m mm mme mlle s sra sr iran iranian irans iranische iranischen iranischer iranien iranienne irani then former ex late newly incumbent ultraconservative hard line supreme revolutionary guide supremo guia candidate kandidat candidat candidato';

/** Words with a capital only because a sentence or a headline begins with them. */
const OPENERS =
  'the a an as but and or nor so yet for if when while after before though although since until unless because with without within in on at by from to into onto over under like unlike about above against among between during despite through throughout toward towards upon via of than that this these those then there here now today yesterday later earlier meanwhile still also both even once only not no was were is are am be been did does do has had have will would can could may might must shall should why how what where which who whom whose he she it they we you i his her its their our my your said says say told tells tell asked asks called calls calling according accusing added adds meet meets met urges urged names named backs backed slams hails visits visited arrests killed elected re new wie als wenn weil fur mit laut nach vor bei uber gegen auch doch aber und oder seit von zu zum zur im ist war hat wird dass ob da sein seine sagte selon pour mais avec sans dans sur sous par et ou quand lorsque comme si que qui apres avant depuis contre chez entre vers est ete sera son sa ses il elle para segun con pero cuando y o e quien desde hasta contra sin sobre bajo tras ante por durante como fue es era ha su sus del al en de du des dal della lo gli che per non ma anche';

/** What is named after a person, and is not the person. */
const NAMESAKES =
  'street st avenue ave road rd boulevard lane square place room hall house building tower bridge tunnel park garden gardens stadium arena airport station port university college school institute academy hospital clinic library museum theatre theater center centre award prize medal cup trophy lecture chair scholarship fund foundation trust highway motorway expressway metro neighbourhood neighborhood district county crescent drive close court terrace way day locker strasse platz rue calle plaza';

/** Persian and Arabic words that a person's name may follow, and an adjective may not: forms of address, particles, verbs. */
const BEFORE_PERSONS =
  'آقای خانم سید دکتر مرحوم قاضی آیت الله که و به از با در بر برای تا اما ولی را سپس نیز هم علیه دولت کابینه سخنان انتخاب مرگ السید السیده الرئیس الشیخ ایه قال وقال اضاف واضاف اکد واکد اعلن واعلن صرح وصرح ان عن من مع الی علی فی ضد بین لکن ثم کما کان وکان لیس یکون وفاه حکومه پیکر جنازه درگذشت شهادت همسر خانواده جنازه مقتل رحیل جثمان عایله';

const SUFFIX_LETTERS = /[A-Z]/;

export const TITLE_WORDS = words(TITLES);
export const OPENER_WORDS = words(OPENERS);
export const NAMESAKE_WORDS = words(NAMESAKES);
export const BEFORE_PERSON_WORDS: ReadonlySet<string> = new Set(
  BEFORE_PERSONS.split(' ').map((word) => foldWord(word)),
);

let given: ReadonlySet<string> | undefined;
let family: ReadonlySet<string> | undefined;

export function isGivenName(folded: string): boolean {
  given ??= new Set([...decode(GIVEN_NAMES), ...words(PERSIAN_GIVEN)]);
  return given.has(folded);
}

export function isFamilyName(folded: string): boolean {
  family ??= new Set(decode(FAMILY_NAMES));
  return family.has(folded);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Names as `common-names.ts` writes them: a capital for the number of letters shared with the name before. */
function* decode(coded: string): Generator<string> {
  let name = '';
  for (let at = 0; at < coded.length; ) {
    const shared = coded.charCodeAt(at) - 65;
    let end = at + 1;
    while (end < coded.length && !SUFFIX_LETTERS.test(coded[end] ?? '')) end++;
    name = name.slice(0, shared) + coded.slice(at + 1, end);
    yield name;
    at = end;
  }
}
