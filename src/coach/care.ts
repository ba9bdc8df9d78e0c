// Notices when somebody may be in danger, or is angry at the bot. Better too narrow than too wide: an interview answer is
// full of deadlines that kill, patients who suffer and customers who threaten.

/** What somebody may need help with. */
export type Trouble = 'self-harm' | 'abuse' | 'danger';

const of = (...parts: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}'])(?:${parts.join('|')})(?![\\p{L}])`, 'u');

const selfHarm = of(
  '(?:kil|kill|killing|hurting) (?:my self|myslef|meself)',
  '(?:feel|felt|feeling) like (?:ending (?:it|things|everything)|dying(?! (?:of|my|the|some)))',
  '(?:nobody|no one|noone) would (?:even )?(?:miss|notice|care) (?:me )?if i (?:was|were|died|disappeared|am|vanished)',
  '(?:want|wanted|going|thinking|think|thought) (?:to|of|about) (?:just )?(?:jump|jumping|throw myself|throwing myself) (?:off|from|in front of|under)(?! (?:the )?(?:deep end|conversation|queue))',
  "what(?:'s| is) the point (?:of|in) (?:living|being alive|life|going on living)",
  "i(?:'d| would) (?:rather|better) be dead(?! tired)|i(?:'d| would|'m| am) (?:be )?(?:so much |just )?better off dead|life (?:is|isn't|is not) (?:not )?worth living|slit my wrists?",
  '(?:going|want|plan|planning) to end (?:it|things) (?:tonight|today|tomorrow|soon|now|for good)',
  '(?:kill|killing|hang|hanging|drown|shoot|unalive) myself(?! (?:laughing|with work|over it|for (?:this|that|a|it)))',
  '(?:end|ending|take|taking|took) my (?:own )?life(?! (?:jacket|vest|saving|savings|support|insurance|story|coach|raft|partner|experience|skills|as|in))',
  '(?:end|ending) it all',
  '(?:want|wanted|wanna|ready|rather|going|wish i could|plan|planning|trying|tried) to (?:just )?die(?! (?:of|from|when|inside|laughing|on the spot|a little|with embarrassment|for))',
  'wanna die(?! (?:of|laughing))',
  "(?:don't|do not|dont|didn't|didnt|no longer|not) (?:really |even )?(?:want|wanna|wish|feel like) (?:to )?(?:live|living|be alive|wake up|exist|be here|go on living)(?: any ?more)?(?! (?:in|at|with|there|near|abroad|far|together|up|down|early|before|late))",
  '(?:no|not any|any) (?:reason|point|will) (?:to|in) (?:live|living|be alive|being alive|go on|going on)',
  "wish i (?:was|were) (?:dead|never born|not alive)|wish i (?:had never been born|wasn't alive|didn't wake up|wouldn't wake up)",
  "(?:better off|happier) (?:without me (?:here|alive|around)|if i (?:was|were) (?:dead|gone)|if i (?:was|were)(?:n't| not) (?:here|alive|around))",
  "i(?:'m| am| was|'ve been| have been| feel| felt|'m feeling| am feeling) (?:really |very |so |often |getting )?suicidal",
  'my suicide|(?:commit|committing|attempt|attempting|attempted|considering|considered|thinking (?:of|about)|thoughts? of|think about) suicide',
  'suicidal thoughts',
  '(?:cut|cutting|hurt|hurting|harm|harming|burn|burning) myself (?:on purpose|again|every|at night|to feel|because i|when i feel|so i)',
  '(?:want|wanted|urge|going|need) to (?:hurt|harm|cut) myself',
  "i(?:'ve| have)? (?:started |been |still |often )?self.harm(?:ing|ed)?(?! (?:training|awareness|polic|patients?|risk))",
  "(?:can't|cannot|can not) (?:go on|do this|take (?:it|this)|bear (?:it|this)) (?:living|any ?more),? (?:i |and )?(?:want|wish|just want|don't)",
  "(?:(?:don't|do not|dont|can't|cannot|cant|no longer|never|hardly|stopped|not) (?:really |even )?see(?:ing)?|there(?:'s| is| isn't| is not)?|see|has|have|having|is) (?:no|any|a|the|much|little|not much) (?:point|reason|sense|use|meaning) (?:in|of|to|for) (?:living|life|live|me living|being alive|being here|be alive|carrying on|carry on|existing|exist|go on|going on|go on living|anything any ?more)",
  '(?:my )?life (?:is|has become|feels|seems) (?:just |so |completely |totally )?(?:pointless|meaningless|worthless|not worth it)|life (?:has|holds) no (?:point|meaning)|(?:nothing|no one|noone|nobody|no reason) (?:left )?to live for',
  '(?:tired|sick|done|fed up|finished) (?:of|with) (?:living(?! (?:out|with|in|at|there|here|far|near|abroad|alone|on|from|like))|being alive|life(?! (?:as|in|on|at|insurance|drawing))|existing)|(?:gave|given|giving|give) up on (?:life|living)|done living',
  "(?:don't|do not|dont|doesn't|didn't) deserve to (?:live|be alive|exist|be here)|(?:should|shouldn't|should not|wish i could|want to|wanna) (?:not be alive|be dead|have died|never wake up(?: again)?|not exist|stop existing)|shouldn't (?:be alive|exist)",
  "(?:hope|hoping|pray|wish) (?:that )?i (?:don't|do not|dont|won't|never|wouldn't|didn't|will not) wake up|(?:go|fall) (?:to sleep|asleep) and (?:never|not) wake up",
  '(?:want|wanted|wanna|wish i could|going) (?:to )?(?:just )?(?:disappear|vanish) (?:for ?ever|for good|from (?:this|the) (?:world|earth))|(?:want|wanted) (?:it all|everything|my life|the pain) to (?:end|stop|be over)(?! (?:well|up|at|on|with|soon|in|by|before|so))',
  "(?:world|everyone|everybody|family|kids|children|mum|mom|parents|they|people|all)(?:'d| would| will)? (?:be|is|are) (?:so much |much |far )?better (?:off )?without me(?! (?:in|on|at) (?:the|that|this) (?:team|shift|meeting|group|project))",
  "(?:won't|will not|wont|not going to|not gonna|may not|might not) be (?:around|alive|here) (?:much longer|for much longer|tomorrow morning|any ?more)|can't live (?:like this|with (?:it|this|myself))(?: any ?more)?",
  '(?:swallow|swallowed|take|took|taking|taken) (?:all (?:of )?|a (?:whole )?(?:bottle|pack|box) of |too many )(?:the |my |her |his |these )?(?:pills|tablets|sleeping pills|painkillers)|(?:cut|slit|cutting|slitting) (?:my|open my) wrists?|self.?harm(?:ing)? (?:again|every|when|because)|drive (?:my car )?(?:into a (?:tree|wall|lorry|truck)|off a (?:bridge|cliff))',
  "can't go on living|kms|not be here (?:any ?more|tomorrow)|goodbye (?:forever|cruel)|overdosed?(?= (?:last|on purpose|again|because i))|i (?:took|want to take) an overdose",
);

/** Who tells of others in their care, or of a calling, is not the one in danger. */
const aboutOthers =
  /\b(?:patients?|residents?|clients?|service users?|callers?|pupils?|students?|someone|somebody|people|a (?:man|woman|boy|girl|friend)|(?:he|she|they|who|her|his) (?:was|were|is|had|said|told|wanted|felt|tried)|hotline|helpline|samaritans|prevention|awareness|training|risk assessment|ward|volunteer)\b/u;
/** Words that only a person says of themselves. */
const ofOneself = /\b(?:myself|my (?:own )?life|i(?:'m| am| was| feel| felt| want| wanted| wish)|i've|kms)\b/u;

const close =
  '(?:my (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|step ?dad|step ?father|mum|mom|mother|brother|uncle|landlord|boss|manager|supervisor|foreman|employer|owner|agent|colleague|team leader)|the (?:boss|manager|supervisor|owner|foreman|employer|agent)|our (?:boss|manager|supervisor|owner|foreman|employer|agent))';
const harms =
  '(?:hits?|hit|hitting|beats?|beating|slaps?|slapped|punche[sd]|punches|chokes?|choked|strangle[sd]?|kicks|kicked|rapes?|raped|molest(?:s|ed)|grope[sd]?|assault(?:s|ed)|hurts|abuse[sd]?)';

const abuse = of(
  `${close} (?:forced|made|forces|makes) me (?:to )?(?:have sex|sleep with|touch|undress|kiss)`,
  `${close} (?:sometimes |often |always |once |still |also |just |has |had |keeps |kept |was |is |started |would |regularly |physically |sexually )*${harms} (?:me|us)(?! (?:to|at|by|on|with (?:the |a |more |new |work|another)|up (?:with |about |on )))`,
  `${close} (?:keeps|kept|is always|was always|always|often|sometimes|has been) (?:on )?(?:touching|grabbing|groping|kissing|rubbing) (?:me|my)|${close} (?:touches|touched|grabs|grabbed|gropes|groped) (?:me|my (?:bum|bottom|breasts?|chest|leg|thigh|waist|body))(?! (?:base|up|in))`,
  "i(?:'m| am| was| got|'ve been| have been| keep (?:on )?getting| am being|'m being)? (?:being |getting )?(?:raped|molested|sexually (?:assaulted|abused|harassed)|groped|beaten (?:up )?(?:at home|by my|every)|strangled|physically abused|abused (?:at home|as a child|by my|for years))",
  'sexually (?:harass(?:ed|es|ing)|abus(?:ed|es|ing)|assault(?:ed|s|ing)) me|rape[sd] me|domestic (?:abuse|violence) (?:at home|victim|from my)|i live with (?:domestic )?(?:abuse|violence)|(?:afraid|scared|terrified) (?:to go|of going) home|(?:he|she) (?:beats|hits|chokes|rapes|strangles) me|(?:he|she) will (?:kill|beat|hurt) me',
);

const bosses =
  '(?:my|the|our) (?:boss|manager|supervisor|foreman|employer|owner|agent|agency|landlord|gangmaster|company)|they|he|she';
const danger = of(
  "(?:someone|somebody|people|we|i)(?:'s|'re|'m| is| are| am) (?:really )?going to (?:die|get killed|be killed|get (?:badly |seriously )?hurt) (?:here|there|at (?:this|that) (?:place|site|factory)|on (?:this|that|the) (?:site|line|roof))",
  `(?:${bosses}) (?:still |just |also |always |has |have |had )*(?:takes?|took|taken|keeps?|kept|hold(?:s|ing)?|has|have) (?:away )?(?:my|our|all our) passports?`,
  `(?:${bosses}) (?:still |just |also |always |even |sometimes )*(?:locks?|locked|locking) (?:me|us) (?:in|up|inside)(?! (?:to|for) (?:a )?(?:contract|deal))`,
  `(?:${bosses}) (?:won't|will not|don't|doesn't|do not|does not|didn't|refuse[sd]? to) (?:ever )?let (?:me|us) (?:leave(?! (?:early|it|the till|a))|out|go home(?! (?:early|before))|see a doctor|quit|use the toilet|eat)`,
  `(?:${bosses}) (?:is |are |has |have |keeps? |still |just |always )*threaten(?:s|ed|ing)? (?:me|us|my family|to (?:kill|hurt|beat|deport|stab|shoot|report (?:me|us) to immigration|call immigration))(?! with (?:a )?(?:warning|the sack|redundancy|a review))`,
  `(?:${bosses}) (?:make|makes|force|forces|forced|are forcing|is forcing|keeps? forcing) (?:me|us) (?:to )?(?:\\p{L}+ ){1,8}(?:without (?:any |a |the |proper |safety )?(?:harness|mask|masks|gloves|protection|guard|safety|helmets?|training|brakes|breaks|pay|food|water))`,
  "(?:i'm|i am|i feel|we're|we are) (?:really |so |very |too )?(?:scared|afraid|terrified|frightened) (?:of (?:my|the|our) (?:boss|manager|supervisor|foreman|employer|owner)|for my (?:life|safety)|to go (?:in to|into|to) (?:work|my job)|i will be (?:hurt|killed|beaten))",
  "(?:forced|made) to work (?:without (?:pay|food|water|sleep|protection)|for (?:nothing|free) (?:and|or)|against (?:my|our) will)|i(?:'m| am) (?:being )?(?:trafficked|held (?:here|against my will))|not allowed to leave the (?:house|site|building|farm|factory)|i(?:'m| am) trapped (?:here|in this (?:house|job|place)) and",
);

/** What a person may need help with, by what they wrote; nothing nearly always. `plain` is lower case. */
export function troubleIn(plain: string): Trouble | undefined {
  const sentences = plain.split(/[.!?\n]+/u);
  for (const sentence of sentences) {
    if (selfHarm.test(sentence) && (ofOneself.test(sentence) || !aboutOthers.test(sentence))) {
      const told = /["“](?=[^"”]*\b(?:die|kill|suicid|myself))/u.test(sentence) && aboutOthers.test(sentence);
      if (!told) return 'self-harm';
    }
  }
  if (abuse.test(plain)) return 'abuse';
  if (danger.test(plain)) return 'danger';
  return undefined;
}

const insult =
  '(?:stupid|dumb|useless|shit(?:ty)?|crap|trash|garbage|rubbish|pathetic|idiot(?:ic)?|moron|worthless|joke|fucking|bullshit|piece of (?:shit|crap|junk))';
const aimed = of(
  `f(?:uc|\\*+|u\\*)k (?:you|u|off|this (?:bot|app|thing))|f\\*+ (?:you|off)|screw you|go to hell|shut up(?: bot)?|kys|kill yourself|piss off|eat shit|suck my|stfu|gtfo|bite me`,
  `(?:you|u|you're|ur|you are|this (?:bot|app|thing|coach)(?: is)?|the bot(?: is)?)(?: are| is|'re)? (?:just )?(?:an? |so |such an? |total |complete |really )*${insult}`,
  `${insult} (?:bot|machine|robot|app|coach|program|ai)|i hate (?:you|this (?:bot|app|coach))|hate you bot`,
);

/** Whether somebody is angry at the bot itself; an answer that tells of an angry person is longer. */
export const isAimedAtBot = (plain: string): boolean =>
  plain.split(' ').length <= 25 &&
  aimed.test(plain) &&
  !/["“”]|\b(?:he|she|they|customer|guest|manager|boss|guy|man|woman) (?:said|told|shouted|called|screamed|goes|was like|yelled)/u.test(
    plain,
  );
