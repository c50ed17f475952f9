import { addedLanguages } from './added/added-languages';
import { wordsOf } from './words';

const personEn =
  '(?:(?:real|live|actual|human) )*(?:person|human|human being|operator|receptionist|representative|rep|agent|somebody|someone|staff member|member of staff|secretary|nurse|manager|people|front desk|reception|staff|supervisor|billing|(?:the )?(?:billing|accounts|accounting|insurance|records) (?:people|person|department|dept|office|team|desk|lady|guy)|(?:(?:one|any) of (?:the |your |those |them )?)?(?:girls|boys|ladies|lads|lasses|women|folks|humans|receptionists|nurses)(?: (?:on|at|in|behind) (?:the )?(?:front )?(?:desk|reception|office|counter))?|(?:lady|girl|woman|lad|lass|chap|man) (?:on|at|behind) (?:the )?(?:front )?(?:desk|reception|counter)|(?:the )?(?:front )?desk|switchboard)';
const personEs =
  '(?:persona|humano|humana|ser humano|operador|operadora|recepcionista|representante|agente|alguien|secretaria|secretario|enfermera|encargado|encargada|gente|recepcion|supervisor|supervisora|administracion|facturacion|contabilidad|centralita|mostrador|ventanilla)';

/** "I need somebody to check my knee" wants a visit, not a person on the line. */
const toTalk =
  '(?!(?: there| here| ahi)? (?:to|who can|who could|who|that can|for my|for a|for the|in) (?!talk|speak|answer|help me|call|chat|pick|ring|phone|charge))';
const queHable = '(?! que (?:me |nos |le )?(?!atienda|ayude|hable|conteste|llame|responda))';

const requests: readonly RegExp[] = [
  /^(?:(?:please|the|a|an|operator|hello|hi) )*(?:operator|receptionist|representative|rep|agent|human|person|real person|live person|live agent|human being|reception|front desk|customer service)(?: please| pls| plz| now| thanks| thx| asap)*$/,
  new RegExp(
    `\\b(?:talk|speak|speaking|talking|chat) (?:to|with) (?:an? |the |some |your |any |another )*${personEn}\\b`,
  ),
  new RegExp(
    `\\b(?:connect|transfer|put|pass|patch|switch|forward|send|get|give|hand)(?: me| us| this| this call| the call)?(?: (?:over|through|back))? ?(?:to|with|on to)? (?:an? |the |some |your |any )*${personEn}\\b`,
  ),
  new RegExp(`\\b(?:want|need|like|prefer|have|rather) (?:an? |the |some )*${personEn}\\b${toTalk}`),
  new RegExp(
    `\\b(?:is there|are there|can i get|could i get|may i have|can i have) (?:an? |any |some )*(?:(?:real|live|actual|human) )*(?:person|human|somebody|someone|operator|receptionist|people)\\b${toTalk}`,
  ),
  /\b(?:real|live|actual) (?:person|human|human being|agent|operator|people)\b/,
  /\b(?:not|dont want to (?:talk|speak) (?:to|with)|hate|no) (?:a |an |the |this |these |talking to )*(?:robot|robots|machine|machines|bot|bots|computer|ai)\b/,
  /\b(?:talk|speak|hablar)\b.*\b(?:instead of|not) (?:a |the |this )*(?:robot|machine|bot|computer)\b/,
  /\b(?:somebody|someone|a person|a human) (?:to )?(?:call|help|answer|pick up|talk)\b/,
  /^(?:(?:por favor|la|el|un|una|con|hola|el operador) )*(?:operador|operadora|recepcionista|representante|agente|persona|humano|una persona|recepcion|alguien)(?: por favor| gracias| ya| ahora)*$/,
  new RegExp(
    `\\b(?:hablar|comunica|comunicar|comunicarme|comunicarse|platicar|hable|hablo|comuniqueme|comunicame|conversar|paseme|pasame|pase|pasar|pasen|conecte|conecteme|conectame|conectar|transferir|transfiera|transfierame|transfiereme|ponga|pongame|poner|ponme|comuniquenme|atienda|atender|contactar|derivar|deriveme)(?: a| ante| ya)* (?:con |a |por )?(?:(?:un|una|el|la|algun|alguna|otra|su) )*${personEs}\\b`,
  ),
  new RegExp(
    `\\b(?:quiero|necesito|prefiero|quisiera|hay|deme|dame|tienen) (?:(?:a|un|una|el|la|algun|alguna) )+${personEs}\\b${queHable}`,
  ),
  /\b(?:persona|humano|operador|operadora|gente) (?:real|de verdad|de carne y hueso|de carne y hueso)\b/,
  /\b(?:no (?:quiero|me gusta|quisiera) (?:hablar )?(?:con )?)(?:(?:un|una|esta|este|el|la) )*(?:robot|maquina|bot|computadora|grabacion|contestadora)\b/,
  /\bque me (?:atienda|llame|conteste|ayude) (?:una persona|un humano|alguien|una operadora|un operador)\b/,
  /\b(?:anybody|anyone|somebody|someone|person|people|human) (?:there |here )?(?:that |who |whom )?i can (?:\w+ )?(?:talk|speak)\b/,
  /\b(?:alguien|persona) con (?:quien|la que|el que) (?:pueda |puedo |se pueda )?(?:hablar|platicar)\b/,
  /\balguien que me (?:ayude|atienda|conteste|hable)\b/,
  /\bno (?:hay|habra|tienen) (?:nadie|alguien|ninguna persona)\b.*\b(?:atienda|hable|ayude|conteste|hablar)\b/,
  /\b(?:no (?:me gusta|quiero|soporto|aguanto)|odio|paso de) (?:hablar(?:le)? |tratar )?(?:con |a )?(?:las? |los |una? |estas? )?(?:maquinas?|robots?|contestador\w*|bots?)\b/,
  /\b(?:dont|do not|wont|cant|cannot|hate|not) (?:do|like|talk to|deal with|speak to|speak with|want|trust|stand) (?:\w+ )?(?:robots|machines|bots|computers|recordings|automated \w+)\b/,
];

const added = [...addedLanguages.values()].map(({ words: { person } }) => person);
const addedRequests = added.flatMap(({ asks }) => asks.map((ask) => new RegExp(`(?<!\\S)(?:${ask})(?!\\S)`)));
const addedDeclines = added.map(({ declines }) => new RegExp(`(?<!\\S)(?:${declines})(?!\\S)`));

/** "The doctor said a person like me…" must not transfer anybody; these words take the request back. */
const notNow =
  /\b(?:dont|do not|no need|no necesito|no quiero|no hace falta)\b.{0,24}\b(?:person|human|operator|somebody|someone|persona|humano|operador|alguien)\b/;

/** Whether the caller wants to be put through to a person, in any language. */
export function asksForPerson(text: string): boolean {
  const lines = [text, ...text.split(/[.!?;¡¿]+/)].map((part) => wordsOf(part).join(' '));
  const declined = [notNow, ...addedDeclines].some((decline) => decline.test(lines[0] ?? ''));
  return !declined && lines.some((line) => [...requests, ...addedRequests].some((request) => request.test(line)));
}
