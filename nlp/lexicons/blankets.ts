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
