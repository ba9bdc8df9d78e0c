// Notices what is no answer in English words, so that nobody gets advice on a link or a poem in Polish.

import { cleaned, type Reading, stem } from './reading.ts';

/** What something is when it is no answer that can be judged. */
export type Oddity =
  | 'empty'
  | 'emoji'
  | 'language'
  | 'code'
  | 'link'
  | 'question'
  | 'resume'
  | 'headings'
  | 'command'
  | 'repeated'
  | 'unreadable';

type Given = { readonly question: string; readonly reading: Reading };

export function oddityOf({ question, reading }: Given): Oddity | undefined {
  const typed = cleaned(reading.typed);
  const plain = reading.sentences.map((one) => one.plain).join(' ');
  const { words } = reading;
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(typed) ? 'emoji' : 'empty';
  if (isForeignScript(typed)) return 'language';
  if (isLink(typed)) return 'link';
  if (isCode(typed)) return 'code';
  if (isResume(typed)) return 'resume';
  if (isQuestionAgain(question, words)) return 'question';
  if (areHeadings(typed)) return 'headings';
  if (isCommand(plain, words)) return 'command';
  if (isRepeated(words)) return 'repeated';
  if (isForeign(words)) return 'language';
  return isNoise(words) ? 'unreadable' : undefined;
}

function isForeignScript(typed: string): boolean {
  const letters = typed.match(/\p{L}/gu)?.length ?? 0;
  const latin = typed.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters >= 2 && latin < letters * 0.6;
}

function isLink(typed: string): boolean {
  const link = /(?:https?:\/\/|www\.)\S+/giu;
  return link.test(typed) && (typed.replaceAll(link, ' ').match(/\p{L}{2,}/gu) ?? []).length < 5;
}

/** Lines that look like a program's make up most of it. */
function isCode(typed: string): boolean {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const looksSo = lines.filter((line) =>
    /[;{}]\s*$|^\s*(?:<\/?[a-z!][^>]*>|#include|import |from \S+ import|def \w+\(|function \w*\(|const \w+ ?=|let \w+ ?=|var \w+ ?=|return\b.*[;)]|public |private |class \w+|select .+ from |\/\/|for ?\(|if ?\(|while ?\(|print\()|=>|^\s*\w+\s*=\s*[\w'"[{(]+/iu.test(
      line,
    ),
  );
  const marks = typed.match(/[{};<>=()[\]]/gu)?.length ?? 0;
  return looksSo.length > 0 && looksSo.length >= lines.length * 0.6 && marks >= Math.max(4, typed.length * 0.03);
}

/** A CV as it was pasted: headings or dates on lines of their own, addresses. */
function isResume(typed: string): boolean {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 5) return false;
  const headings = lines.filter((line) =>
    /^\W*(?:curriculum vitae|c\.?v\.?|r[ée]sum[ée]|(?:work |professional |employment )?(?:experience|history)|employment|education|(?:key |technical |core )?skills|qualifications|references|profile|summary|objective|languages|certifications?|interests|hobbies|contact)\W*$/iu.test(
      line,
    ),
  ).length;
  const dates = lines.filter((line) =>
    /(?:19|20)\d\d\s*(?:[-–—]|to)\s*(?:(?:19|20)\d\d|present|now|date)/iu.test(line),
  ).length;
  const contact = /\S+@\S+\.\w{2,}|(?:tel|phone|mobile|email|address)\s*:/iu.test(typed) ? 1 : 0;
  return headings + Math.min(2, dates) + contact >= 3;
}

/** The question once more and next to nothing else. */
function isQuestionAgain(question: string, words: readonly string[]): boolean {
  const asked = new Set(
    (
      question
        .toLowerCase()
        .replaceAll('’', "'")
        .match(/[\p{L}\p{N}']+/gu) ?? []
    ).map(stem),
  );
  if (asked.size < 4 || words.length < 4) return false;
  const said = words.map(stem);
  const shared = said.filter((word) => asked.has(word)).length;
  const covered = [...asked].filter((word) => said.includes(word)).length;
  return shared >= said.length * 0.85 && covered >= asked.size * 0.7;
}

/** The four headings of a story, with hardly a word behind them. */
function areHeadings(typed: string): boolean {
  const parts = typed.split(/\b(?:situation|task|action|result)s?\b\s*[:–—-]?/giu);
  if (parts.length < 4) return false;
  const behind = parts.flatMap((part) => part.match(/\p{L}{2,}/gu) ?? []);
  return behind.length <= parts.length * 2;
}

const command =
  /(?:^|[.!?,;] |please |just |now |and )(?:give|rate|score|grade|mark|assess|label) (?:me|this|it|my answer|the answer)\b.{0,30}(?:\b[1-5] ?\/ ?5\b|\b10 ?\/ ?10\b|\bfull marks\b|\bperfect\b|\b100\b|\bfive\b|\bhigh(?:est)?\b|\btop\b|\bgood\b|\bbest\b)|\bignore (?:all |any |your |the |my )*(?:previous|prior|above|earlier|other|rules|instructions|prompt|everything)|\b(?:system|developer) (?:prompt|message|note)\b|\byou are now\b|\b(?:say|tell me|write|reply|answer|output|respond|print)\b.{0,25}\b(?:nothing (?:is )?(?:wrong|to fix)|i(?:'m| am) (?:perfect|hired|great)|perfect answer|keep.it.up|no findings)|\b(?:act as|pretend (?:to be|you)|jailbreak|disregard)\b|\bwrite (?:me )?(?:an?|the|my) (?:good |perfect |better |strong )?answer\b|\bset (?:all )?(?:labels?|scores?|overall)\b|\b[1-5] ?\/ ?5 ?(?:please|pls)\b/u;

/** Words to the coach in the place of an answer. Behind a whole answer they change nothing. */
const isCommand = (plain: string, words: readonly string[]): boolean => words.length <= 40 && command.test(plain);

/** The same few words over and over. */
function isRepeated(words: readonly string[]): boolean {
  if (words.length < 10) return false;
  const some = words.slice(0, 300);
  return new Set(some).size <= Math.max(3, some.length * 0.2);
}

const english: ReadonlySet<string> = new Set(
  "the a an and or but to of in on at for with from by is are was were be been am i i'm i've i'd my me we our us you your he she it they them their his her this that these those not no yes do did does have has had can could will would when what how who why so because if then there all one some more very just out up down about get got go went work working worked job people help time make made like want need know think good ask asked told say said first after before last new never always now only too it's don't didn't that's".split(
    ' ',
  ),
);
const foreign: ReadonlySet<string> = new Set(
  'el la los las un una unos y de del que en por para con sin mi me yo se es soy era fue porque como pero muy más trabajo le les du des une et est je suis mon ma dans pour avec sur pas que qui nous vous mais plus j’ai der die das den dem ein eine einen und ist ich bin nicht mit auf für von zu im wir sie aber auch war habe als il lo gli una di che è sono per non con mio mia o os as um uma eu do da em no na por com não meu minha foi het een van ik ben niet met voor wij maar ook op te jest nie się na z do i w że jak mam moje praca ve bir bu için çok ben ile da de ama jag är och att det som en på inte med har og jeg er ikke til saya yang dan di ini untuk dengan tidak ako ang ng sa na ko ay mga și nu am este sunt cu pe la să și'.split(
    ' ',
  ),
);

/** Written in another language with Latin letters. */
function isForeign(words: readonly string[]): boolean {
  if (words.length < 4) return false;
  const some = words.slice(0, 400);
  const ours = some.filter((word) => english.has(word)).length / some.length;
  const theirs = some.filter((word) => foreign.has(word) && !english.has(word)).length / some.length;
  return theirs >= 0.18 && theirs > ours * 1.5;
}

/** Keys struck at random: hardly a word that anybody says. */
function isNoise(words: readonly string[]): boolean {
  const letters = words.filter((word) => /\p{L}/u.test(word));
  if (letters.length === 0) return false;
  const odd = letters.filter(
    (word) =>
      !english.has(word) &&
      (/(?:[bcdfghjklmnpqrstvwxz]{5,}|(.)\1{3,}|^[bcdfghjklmnpqrstvwxz]{4,}$)/u.test(word) || word.length > 25),
  );
  return odd.length >= letters.length * 0.5;
}
