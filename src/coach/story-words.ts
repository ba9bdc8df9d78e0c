// What is told: where and when, the aim, steps, what came of it, what was learnt.

const number =
  '(?:\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a )?hundred|(?:a )?thousand|(?:a )?dozen)';
const day = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const month =
  '(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec)';
const past =
  '[a-z]{2,}ed|went|came|took|made|gave|got|told|said|rang|wrote|put|ran|kept|found|brought|held|sat|stood|spoke|began|drew|built|bought|sold|sent|set|cut|taught|led|drove|fell|broke|met|caught|chose|did|saw|heard|read|spent|paid|lost|won|left|let|fed|hung|laid|rewrote|rebuilt|swept|threw|woke|wore|stuck|split|shut|picked|done|seen';
const base =
  'ask|tell|call|ring|phone|write|check|make|take|put|give|show|explain|open|close|clean|move|help|start|stop|talk|speak|look|go|come|bring|send|count|walk|listen|offer|plan|sort|fix|test|train|teach|learn|read|use|find|keep|let|set|apologi[sz]e|escalate|report|agree|prioriti[sz]e|split|mark|note|record|draw|print|swap|cover|stay|sit|wait|warn|replace|prepare|organi[sz]e|contact|follow|inform|suggest|propose|practi[sc]e|study|try|say|change|measure|cut|build|review|double-check|label|carry|lift|wipe|wash|serve|greet|raise|discuss|document|log|remove|isolate|pull|push|grab|fetch|leave|turn|switch';

export const storyWords = {
  // Where and when
  time: [
    day,
    month,
    'yesterday|last (?:week|month|year|summer|winter|spring|autumn|fall|night|season|term|march|may|christmas|easter|shift|job)',
    "(?:19|20)\\d\\d|(?:at|by|before|after|till|until|around|about) (?:\\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]m)?|noon|midnight|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o'clock)?",
    '\\d{1,2}(?:[:.]\\d\\d)? ?[ap]m|christmas|easter|black friday|bank holiday|halloween|new year|ramadan|diwali|eid',
    'this (?:morning|week|spring|summer|winter|autumn|year)|in the (?:morning|evening|afternoon|night)|(?:first|second|third) (?:week|day|month|year|season|winter|shift)',
    '(?:two|three|four|five|six|\\d+|a few|couple of|some) (?:years|months|weeks|summers|winters) (?:ago|back|before)|during (?:the|my)|in (?:summer|winter|spring|autumn)',
  ],
  scene: [
    'when i (?:was|worked|work|started|did|had)|while i was|at my (?:last|old|previous|first|current)|in my (?:last|old|previous|first|current|country)',
    "there (?:was|were|is) (?:a|an|this|one|two|three|new|some|always|only)|there's (?:a|this)|we had (?:a|an|this|one|two|three)|once|one (?:time|day|night|morning|evening|shift|saturday|man|woman|lady|guy|girl|boy|customer|guest|child|old|of (?:the|our|my))",
    'a (?:customer|guest|resident|patient|lady|man|woman|guy|bloke|girl|boy|lad|child|kid|student|client|colleague|driver|parent|regular|user|supplier|mother|father|family|couple|new (?:girl|guy|lad|boy|starter|colleague))',
    'at (?:the|a|our) (?:shop|store|cafe|restaurant|warehouse|hotel|school|hospital|site|depot|office|bar|pub|home|ward|nursery|factory|farm|garage|salon|clinic|bakery|kitchen)|in the (?:warehouse|kitchen|shop|ward|office|hotel|school|factory|restaurant|store|yard)',
    'the (?:customer|guest|resident|patient|lady|man|client|supplier|driver|parent|child|machine|van|till|server|site|line|queue|order|delivery|shift)',
  ],
  // What had to be done
  task: [
    '(?:i|we|they|he|she|you|it|that|someone|somebody) (?:had|have|has|needed|need|needs|must) (?:to|it|them|him|her|the)|had (?:it )?to (?:be|go|get)|must (?:not )?(?:be|do|have|finish|go|get)|needed (?:to|by|for|before)|needs to be',
    "(?:my|the|our|her|his) (?:one |main |whole |first )?(?:job|task|role|duty|aim|goal|point|target|priority|concern|mission|brief|idea|plan|deadline|worry) (?:was|is|were|there|would|that)|the (?:point|aim|goal|thing) is|it was my (?:job|task|turn|responsibility|duty)|that was my (?:job|task)|is my job|it's my job",
    "(?:i was|i'm|i am|was|we were) (?:the )?(?:responsible|in charge|meant to|supposed to|asked to|told to|tasked|expected to|given the|due to)|responsible (?:for|person)|fell to me|up to me|asked me to|told me to|wanted me to|gave me the|i was asked|put me in charge|left me to",
    '(?:i|we|they) (?:just |really )?(?:wanted|want) (?:to|the|him|her|them|everyone|it|that)|trying to|so (?:that )?(?:he|she|they|nobody|no one|everyone|it) (?:could|would|can|does|did|gets?)|i want (?:him|her|them|that)|make sure|to get (?:it|them|everyone|the)',
    "deadline|at stake|target|quota|(?:ready|done|finished|out|there|back|in|open|live|served|sorted) (?:by|before|in time)|before (?:the|their|they|he|she|it|we|lunch|noon|monday|friday|saturday|opening|close|somebody|someone|anybody)|otherwise|or else|or (?:we|he|she|they|it|the)(?:'d| would| will)|if (?:we|i|it|they|that|not)(?: didn't| did not| don't| missed| failed| couldn't| stopped)|would (?:have )?(?:lose|lost|cost|close|fail|miss|go bad|be late)|(?:will|would) not pass",
  ],
  // Steps
  iDid: [
    `i (?:also |then |just |first |always |even |only |quickly |never |immediately |quietly |personally |actually |simply |finally |eventually |still |went and |straight away )?(?:${past})`,
  ],
  iDo: [
    `i (?:also |then |just |first |always |now |only |immediately |usually |even )?(?:${base}s?)`,
    `i(?:'m| am| was) (?:now )?(?:${base}|mak|tak|writ|clos|mov|com|us|plann|sett|cutt|runn|putt|giv|prepar|organi[sz]|practi[sc])ing`,
  ],
  iWould: [
    `i(?:'d| would|'ll| will|'m going to| am going to|'d have| can| could) (?:also |then |just |first |always |not |never |probably |immediately |quickly |calmly |try to |want to |have to |still |go and |make sure |start by |begin by |rather )*(?:[a-z]+)`,
  ],
  bareDid: [`^(?:${past})`, `(?:,|and|then|so) (?:${past}) (?:the|a|an|my|her|his|them|him|it|in|up|out|on|down|back)`],
  bareDo: [
    `^(?:first|then|next|after|and|so)?,? ?(?:${base}) (?:the|a|an|my|her|his|them|him|it|in|up|out|on|down|with|to|what|if|who)`,
  ],
  myself: [
    'myself|meself|on my own|by myself|my part|mine was|my idea|my job was|my bit|me who|i was the one|personally|i alone',
  ],
  weDid: [`we (?:all |then |also |just |always |both )?(?:${past}|${base})`, "we(?:'d| would|'ll| had|'ve| have)"],
  passive: [
    '(?:was|were|been|being|got|is|are) (?:then |also |all |quickly |immediately )?(?:[a-z]{3,}ed|done|made|taken|given|told|found|sent|written|built|brought|put|set|held|kept|sold|paid)',
  ],
  othersDid: [
    `(?:he|she|they|everyone|everybody|someone|people|the team|the manager|my boss|boss) (?:then |also |all |just )?(?:${past})`,
  ],
  steps: [
    'first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after that|finally|step|start(?:ed)? (?:by|with)|to begin with',
  ],
  // What came of it
  result: [
    'in the end|by the end|end(?:ed)? up|as a result|the result|turned out|result(?:ed|ing)? in|the outcome|at the end|which meant|meant that|that meant',
    'since (?:then|that|i|we)|ever since|after (?:that|this|it)|from (?:then|that day|now) on|from then|until (?:now|today)|to this day|still (?:use|uses|there|in use|do|does|going|works|running|comes?|send|today)|now (?:he|she|they|we|it|the|all|every|everyone|is)',
    'went (?:down|up|from|out|well|smoothly|live|back|home|through|fine|ahead)|dropped|fell (?:from|to|by)|rose|increased|decreased|reduced|improved|halved|doubled|tripled|saved|grew|cut (?:it|the|by|from|down)|(?:came|got|brought|is|are|was|were) (?:down|back) (?:to|from|by|on)|down to|up to|up from|down from',
    'worked (?:out|well|fine|perfectly|again)?|it works|was (?:fixed|solved|happy|sorted|resolved|fine|ready|delivered|done|saved|finished|back|over|pleased|free|changed|gone|accepted|approved)|were (?:happy|fixed|back|gone|fine|pleased|delivered|ready|served|out)|got (?:sorted|fixed|done|it done|the (?:contract|job|money|order|all)|better|through|home|there|paid|promoted)',
    'thanked|said thank|thank(?:s| you)? (?:me|letter|card)|apologi[sz]ed|renewed|signed|passed|won|finished|completed|delivered|arrived|on time|in time|made it|opened|smiled|laughed|calmed down|came back|comes back|agreed|stayed|happy|no (?:more|complaints?|accidents?|problems?|one (?:was|got|complained|noticed|hurt))|nobody (?:was|got|complained|noticed|hurt|has|had)|none (?:since|of|left)|never (?:happened|again|came|came back|had|ran out)|not (?:one|a single)|stopped (?:happening|coming|complaining)?|the complaints',
    'complained|lost (?:the|it|them|a)|failed|too late|was late|had to (?:pay|redo|throw|bin)|broke|cost (?:us|me|them|the)|was mad|got told|was angry|wrote (?:a|me a) (?:review|letter|card)|gave (?:me|us) (?:a|his|her|the)|promoted|offered me|made (?:it )?(?:a )?(?:permanent|proper|rule|standard)|adopted|other (?:teams|shifts|stores|lines|shops)|the (?:next|following|same) (?:day|morning|week|month|night|year)|(?:two|three|few|\\d+) (?:days|weeks|months|years) later|later',
  ],
  check: [
    "afterwards|follow(?:ing)? up|check (?:back|again|that|whether|if|in|with)|next (?:day|morning|shift|week)|make sure (?:it|that|they|he|she|the)|so (?:it|that|nobody|no one) (?:doesn't|does not|won't|never|can't)|see if|come back to|report|hand ?over|leave a note|write it (?:down|up)|log (?:it|book)|debrief|the point is|that way",
  ],
  amount: [
    `from (?:about |around |nearly |over )?[£$€]?${number}[^.]{0,25} to (?:about |around |under |nearly |over |just )?[£$€]?${number}`,
    `(?:by|to|under|over|below|above|only|just|down to|up to|about|nearly|almost|all|than|saved?|lost|sold|raised|made|served|delivered|finish(?:ed)?|took|another|instead of|out of|for the first) [£$€]?${number}`,
    `${number} ?(?:%|percent|per cent|p\\b|pounds|euros?|dollars|quid|times|x\\b)`,
    'halved?|doubled?|tripled|quadrupled|by half|a (?:third|quarter|fifth)|two thirds|twice|zero|none|not (?:one|a single)|no (?:complaints?|accidents?|errors?|mistakes?|returns?|incidents?|injur(?:y|ies)|lates?)|nothing (?:was )?(?:missing|lost|broken)|every (?:single )?one|all of them|all \\d+|full (?:house|marks)|sold out|record',
    `${number} (?:out )?of (?:the |my |our |them )?${number}|${number} more|${number} fewer|${number} less|${number} (?:people|customers|guests|parcels|orders|complaints?|minutes|hours|seconds|days|kids|jobs|plates|covers|tickets|boxes|pallets)`,
  ],
  number: [`[£$€]?${number}`],
  // What was learnt
  learnt: [
    "i(?:'ve| have)? (?:learn(?:ed|t)?|understood|reali[sz]ed?|understand now)|learn(?:ed|t) (?:that|to|from|my|not|how|the)|taught me|(?:the|my|a) lesson|what i took|took (?:from|away)|takeaway",
    "(?:these days|nowadays|from now|since then|ever since|now) (?:i|we)|i (?:now|always now|never now|don't ever)|so now|now when|next time|do(?:ne)? differently|instead of|i (?:never|always) [a-z' ]{0,30} (?:now|any ?more|again|since|first)|any ?more|made it a (?:rule|habit)|my rule|i have a rule|before i was|i used to|i count|i check|i ask (?:first|before)",
  ],
  growing: [
    'course|class(?:es)?|practi[cs](?:e|ing|ed)|\\bapp\\b|checklist|\\blist|timer|alarm|reminders?|mentor|asked (?:my|for|a|the|him|her)|every (?:day|week|morning|evening|friday|monday|night|shift|month|sunday)|on (?:tuesday|friday|monday|sunday|wednesday|thursday)s?|working on|work on (?:it|this|that)|evening class|library|notebook|feedback|toastmasters|training|workshop|template|calendar|diary|coach|video|lessons?|read(?:ing)? (?:a|the) book',
    "(?:so |and )?now i|i(?:'ve| have)? (?:now |just |recently )?started|since (?:january|february|march|april|may|june|july|august|september|october|november|december|then|last|the)|these days|i(?:'m| am) (?:trying|learning|taking|doing|getting|using|working)|i (?:try|write|set|make|keep|book|block|ask|say|repeat|force|put|use) |what i do|what helps|to fix (?:it|this)|i made|getting better|improv(?:e|ed|ing)|better than (?:it|i) w",
  ],
  flaw: [
    "(?:i'm|i am|i was|i'm not|not) (?:very |so |too |really |a bit |that )?(?:slow|bad|poor|weak|impatient|disorganised|late|shy|quiet|nervous|forgetful|messy|scared|afraid|blunt|rubbish|terrible|awful|good (?:at|with)|great at|confident)|i (?:struggle|forget|avoid|freeze|froze|panic|interrupt|talk too|rush|lose|lost|hate|get (?:nervous|lost|flustered|impatient)|go quiet|put (?:things|it) off|tend|find it (?:hard|difficult))|can't (?:really )?(?:do|spell|say no)|don't (?:speak|ask|like|know)|hard for me|difficult for me|my (?:english|writing|spelling|maths|memory|reading|weakness|problem)|delegat|public speaking|presentations?|excel|computers?|spelling|mornings|deadlines|paperwork|asking for help|saying no|being told|criticism|conflict|patience",
  ],
  // What makes an answer general
  usual: [
    'usually|generally|in general|typically|normally|always|every ?day|all the time|whenever|most of the time|often|many (?:times|occasions|situations)|lots of (?:times|occasions|situations)|(?:plenty|loads) of|as a rule|tends? to|on a daily basis|any situation|at all times|various|different (?:situations|people|tasks)|things like that|and so on|etc|stuff|whatever|and things',
  ],
  reason: ["because|that's why|this is why|the reason|so i|which is why|i (?:like|love|enjoy|want|care)"],
  detail: [
    'called|named|with (?:a|an|the)|the (?:red|blue|green|old|new|back|front|big|small|last|first|second|third)|room|door|table|box|bag|key|truck|van|till|shelf|phone|email|spreadsheet|ticket|floor|street|bus|coffee|tea|photo|note|sign|card|board|paper|screen|button|code',
  ],
} as const;
