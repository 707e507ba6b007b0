/**
 * Openings that colour all that follows them in their clause. Written for this project from general knowledge of
 * English. Syntax: text/pattern.ts.
 */

/** Wishes, lacks and announcements of a complaint: what follows is blamed, whatever its words. */
export const BLAME_OPENINGS = `
wish|wished|wishing
{would be|would have been|it'd be|might be|would really be|would also be} {=nice|=great|=good|better|helpful|=cool|=awesome|=useful|=perfect|=ideal|=excellent|appreciated|amazing}
{could|should|would} {have|=ve} been
{could|should|ought to} be
{should|could} have {=had|=come|=included|=a|=an|=better|=more}
{could|should} {use|=provide|=include|=allow|=offer|=come|=work|=add|=give|=improve|=last|=fix}
{would|i'd} {like|love|prefer|rather} {to see|to have|=it|=a|=more|better|if|the option|=an|to be}
{expected|expecting|hoped|hoping|was hoping|thought} *2 {better|more|for|would|it was|this was|be|faster|clearer|this would|it would|an easy}
{needs|need|lacks} *1 {improvement|improved|better|to be better|to be improved|work|to work|to improve|improving|upgrading|more|to fix|fixing}
if only
{only|real|main|biggest|big|one|my|first|second|major|other|another|minor|huge|single|few|two|serious} *1 {problem|complaint|issue|gripe|downside|drawback|negative|con|flaw|dislike|annoyance|disappointment|concern|fault|downfall|shortcoming|hiccup|criticism|weakness|thing i dont like|thing i didnt like|bad thing|thing i hate|peeve}
{problem|complaint|issue|gripe|downside|drawback|downfall|negatives|cons|con|disadvantage|shortcoming} {is|are|was|were|would be|i have|i had|ive had|that i|with}
{dont|didnt|do not|did not|not} {like|love|care for|enjoy|impressed with|impressed by|happy with|satisfied with|crazy about|a fan of|thrilled with|pleased with|fond of}
{not happy about|not satisfied about|disappointed|disappointing|unhappy|dissatisfied|unimpressed|frustrated|annoyed|upset} {with|in|by|that|about|at}
{except|except for|other than|aside from|apart from} {the|that|it|this|when|for|night|sound|audio}
{tired|sick} of
{trouble|problem|problems|issue|issues|difficulty|difficulties} {with|getting|keeping|connecting|hearing|seeing|using}
{hate|hated|dislike|disliked} 
{fails|failed|unable|refuses|refused|struggles|struggle|struggled} to
{no|not|without|lack of|lacks|missing|lacking} =a? {option|way|ability|possibility} {to|for|of}
{too bad|a shame|pity|shame} that?
{hard|difficult|impossible|tricky} to
if *1 {could|would} *1 {fix|improve|add}
{bait and switch}
`;

/** Hopes, plans and conditions: nothing is judged yet. */
export const OPEN_OPENINGS = `
{look|looking} forward to
{hope|hoping|hopefully|hopeful}
{time will tell|we will see|will see|remains to be seen|will update|wait and see}
{plan|planning|going|want|considering|thinking|intend} *1 {to|of|about} {buy|get|getting|buying|try|add|adding|install|order|purchase|upgrade}
`;

/** Names of another or a former product. What is said of it is no judgement of this one. */
export const OTHER_PRODUCTS = `
{=old|older|previous|former|last|earlier|prior} {one|camera|cam|cams|cameras|webcam|brand|model|phone|dashcam|system|monitor|ones|device}
{=the|=my|=our} {=other|=others} {one|ones|brand|brands|camera|cameras|company}
{=other|=others|most|some|cheaper|competing|competitor} {brands|cameras|companies|doorbells|webcams|models|products|ones|competitors}
{=the|=a|=an|its|this} competitor
{one|camera|cam|webcam} =i {had|bought|used|owned} before
`;

/** Words before such a name that compare it with this product instead of speaking of it. */
export const COMPARING = `than to with unlike from like as over against versus vs beats replaced replaces replacing replace of`;

/** Sentences that state what there is, how it is set or who did it, without a word on how well. */
export const PLAIN_STATEMENTS = `
{there is|there are|theres} {=a|=an|=also|=no|#|one|two|three|various|several|different}
{=it|camera|unit|=they|cam|bell|doorbell|box|set} {also}? {has|have|uses|takes|runs on|comes with|is rated|is powered|records to|works on|supports|is charged|connects to|includes} {=a|=an|=the|#|two|three|four|its|by|over|on|only}?
{is|are|was|were} *1 {rated|given|listed|stated|specified|fitted|located|placed|mounted|installed|set|sold|made} {at|as|by|to|on|in|under|of}?
{can be|may be|could be|has to be|must be} {set|put|switched|turned|limited|bought|added|used|mounted|charged|changed|ordered|shared|saved|chosen|adjusted|removed|powered|connected}
{=i|=we|=ive|=weve} =have? {set|use|used|keep|kept|run|bought|ordered|turned|switched|put|placed|mounted|hung|hang|leave|left|connected|hold|asked} {=it|=them|=the|=mine|=ours|=my|=an|=a|=up|=one|=two} 
{by design|in my case|according to|spec sheet|it says|sticker says|on paper|as standard|by default|which one|optional|optionally|if needed|if wanted|depending on|depends on|will depend}
`;

/** The writer has no opinion yet. */
export const UNTRIED = `
{havent|have not|hasnt|not|never|didnt|did not|yet to|no need to} *1 {tried|tested|used|needed|opened|touched|explored|tried|try|test|looked|decided|checked|measured|connected} *3 {yet|it|them|that|so|this}?
{cant|cannot|can not|couldnt|could not|wont|dont|do not} {comment|speak to|judge|say anything|say yet|tell yet|say how|say if|say whether|know yet|know how|know if|know whether}
{will see|well see|we shall see|i shall see|let us see|lets see|time will|undecided|too early|too soon|early days|jury is still out|still testing|still trying out|still learning|not sure yet|dont know yet|remains to}
{does anyone know|does anybody|can anyone|can someone|anyone know|i wonder|wondering if|question is}
`;
