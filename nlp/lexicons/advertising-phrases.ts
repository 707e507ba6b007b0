/*
 * How reviews advertise something else, written for this project from what moderators of shops and forums report. Syntax
 * of regular expressions; a line an alternative; a space stands for one to three spaces, and ` ?` for none to three. No line repeats a repetition.
 */
const lines = (list: string): string[] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.trim().replaceAll(' ?', String.raw`\s{0,3}`).replaceAll(' ', String.raw`\s{1,3}`));

/** Codes and offers. */
export const OFFERS = lines(String.raw`
(?:promo|promotional|coupon|discount|voucher|referral|invite|affiliate)(?:tion)? codes?:? ["“']?[A-Z0-9-]{3,20}
limited[ -]time (?:offer|deal|only)
(?:get|save|enjoy) \d{1,2} ?% off (?:at|on|with|when|your|if)
buy (?:now|today) and (?:get|save)
free (?:gift card|iphone|trial) (?:at|on|here|if|when|now)
`);

/** Codes in capitals; case counts here. */
export const CODES = lines(
  String.raw`
(?:[Uu]se|USE|[Ee]nter|[Aa]pply) (?:my |our |the |this |promo |discount |coupon )?(?:[Cc]odes?|CODE):?\s?["“']?[A-Z][A-Z0-9-]{3,20}
`.replaceAll('\\\\s', '\\s'),
);

/** Where the reader is sent. */
export const SENDING = lines(`
(?:visit|see|check out|checkout|browse|go to|look at) (?:my|our) (?:new |online |own |web |etsy |ebay |amazon |youtube )?(?:shop|store|site|website|web site|page|profile|channel|blog|listing|listings|bio|instagram|facebook)
(?:click|tap) (?:here|on (?:the|my|this) link|(?:the|my|this) link)
links? (?:is |are )?in (?:my |the |our )?(?:bio|profile|description)
(?:follow|add|find) (?:me|us) on (?:instagram|facebook|twitter|tiktok|telegram|snapchat|youtube|x)
(?:subscribe to|join) (?:my|our) (?:channel|newsletter|group|telegram|discord|page)
(?:buy|order|get) (?:it |this |them |yours )?(?:directly |cheaper )?(?:from|at|in|on) (?:my|our) (?:shop|store|site|website|page)
besuchen sie (?:unseren|meinen|unsere|meine) (?:shop|laden|seite|webseite|website)
visitez (?:notre|mon|ma) (?:boutique|site|page)
visite (?:nuestra|mi|nuestro) (?:tienda|sitio|página|web)
`);

/** Contact outside of the shop. */
export const CONTACT = lines(String.raw`
(?:dm|pm|inbox|whatsapp|telegram|message|text|contact|email|e-mail|write|call) (?:me|us) (?:(?:on|via|through|at|by) (?:my |our )?(?:whatsapp|telegram|instagram|insta|facebook|snapchat|signal|wechat|gmail|skype|dm)|for (?:more|details|info|prices?|an? (?:deal|discount|offer))|if you (?:want|need|are interested)|to (?:get|buy|order))
(?:add|contact|reach|find) (?:me|us|him|her|them) (?:on|via|through) (?:whatsapp|telegram|signal|wechat|viber|skype|kik|line|gmail)
(?:whatsapp|telegram|wechat|viber|skype|kik)(?: me| us| number| id)?: ?[@+\w]
`);

/** What has nothing to do with goods. */
export const SCHEMES = lines(String.raw`
(?:earn|make|earned|made) (?:up to )?[$€£] ?\d[\d,.]{1,9} (?:a|per|every|each|in) (?:day|week|month|hour)
work(?:ing)? from home (?:job|jobs|and earn|opportunity)
(?:crypto|bitcoin|forex|binary options?) (?:trading|investment|investments|trader|expert|recovery)
(?:online )?casino (?:bonus|games?|slots)
(?:payday|instant|personal) loans? (?:at|from|with|online|approval)
(?:essay|dissertation) writing service
(?:hack|hacker|hackers) (?:for hire|services?)
(?:paid|free) reviews? (?:service|in exchange)
`);
