/**
 * Lines of a shop page that are neither a rule nor a review: controls, headings, star lines, names and dates beside a
 * review. Written for this project from the usual layouts of shop and review widgets.
 */

/** Lines that stand beside a review and so speak for reviews around them. */
export const REVIEW_SIDE: readonly (readonly [string, RegExp])[] = [
  ['star line', /^[\s★☆⭐✩✭🌟*]{1,12}(?:\(?\d(?:[.,]\d)?(?:\s?\/\s?5)?\)?)?$/u],
  [
    'star line',
    /^(?:rated|rating|score|stars?)?\s{0,9}[:-]?\s{0,9}\d(?:[.,]\d{1,2})?\s{0,9}(?:\/|out of|of)\s{0,9}(?:5|10|five)\b[\s\p{L}.]{0,14}$/iu,
  ],
  ['star line', /^(?:\d(?:[.,]\d)?|one|two|three|four|five)[ -]stars?(?: rating)?(?: review)?$/iu],
  [
    'verified buyer',
    /^[(✓✔✅\s]*(?:verified|confirmed)(?: \p{L}+)?(?: (?:buyer|purchase|purchaser|customer|owner|review|reviewer))?[)\s.]*$/iu,
  ],
  [
    'helpful votes',
    /^(?:\d{1,9}|one|two|three)?\s{0,9}(?:people|person|of \d{1,9}|customers?|users?)?\s{0,9}(?:found|find) (?:this|it) (?:review )?(?:helpful|useful).{0,20}$/iu,
  ],
  [
    'helpful votes',
    /^(?:was this (?:review )?helpful|helpful|not helpful|yes|no|report(?: abuse| review)?|comment|like|reply|share|translate(?: review)?|see original|read more|show more|see more|show less)\b[\s?|·•\d()\p{L}]{0,40}$/iu,
  ],
  [
    'author and date',
    /^(?:(?:posted|written|reviewed|review|submitted)\s)?(?:by|from)\s+\p{L}[\p{L}\p{N}._' -]{0,40}(?:[,|·•–—-]|\son\b|\sfrom\b)?[\s\p{L}\p{N},./|·–—-]{0,60}$/iu,
  ],
  ['date', /^(?:reviewed|posted|written|published|submitted|date|purchased|bought|added)\s?(?:in|on|:|at)\s.{2,70}$/iu],
  [
    'date',
    /^(?:on\s)?\(?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\)?(?:[ T,]+\d{1,2}:\d{2}.{0,12})?$/u,
  ],
  [
    'date',
    /^(?:on\s)?(?:\p{L}{3,9},?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s?)?(?:\d{4})?$/iu,
  ],
  [
    'date',
    /^(?:(?:about|over|almost)\s)?(?:\d+|an?|one|two|three|few|last|a few)\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\sago$/iu,
  ],
  ['date', /^(?:yesterday|today|just now|last (?:week|month|year))$/iu],
  ['author', /^\p{Lu}[\p{L}'’-]{1,20} \p{Lu}\.?$/u],
  [
    'variant bought',
    /^(?:colou?r|size|style|model|variant|option|ships? from|bundle|plug type|configuration|pattern)\s?[:：]\s?.{1,60}$/iu,
  ],
];

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** A name and a date on one line, or a name with a place. */
export const NAME_AND_DATE = new RegExp(
  `^[\\p{L}\\p{N}*][\\p{L}\\p{N}*._'’ -]{0,40}\\s?[,|·•–—(/-]\\s?.{0,30}(?:\\b(?:19|20)\\d{2}\\b|\\b(?:${MONTH})[a-z]{0,6}\\b|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\bago\\b|verified|★|☆|⭐).{0,24}$`,
  'iu',
);

/** Controls, menus and notices. Matched against the whole line. */
export const CONTROLS: readonly RegExp[] = [
  /^(?:add to (?:cart|bag|basket|wishlist|compare)|buy (?:it )?now|view (?:cart|all|more|details)|check ?out|sign (?:in|up|out)|log ?(?:in|out)|register|my (?:account|orders?|wishlist|cart|profile)|create (?:an )?account|search|menu|home|shop(?: now| all)?|cart|close|next|previous|prev|back(?: to top)?|skip to (?:content|main content)|continue shopping|learn more|subscribe|submit|send|apply|save|edit|delete|cancel|ok|accept(?: all)?(?: cookies)?|decline|reject(?: all)?|manage (?:cookies|preferences)|cookie settings|quick (?:view|links)|contact(?: us)?|about(?: us)?|blog|news|help|support|faqs?|sitemap|careers|terms(?: of (?:service|use))?|privacy(?: policy)?|refund policy|shipping policy|follow us|newsletter|wishlist|compare|in stock|out of stock|sold out|sale|new|share|print|tweet|pin it|quantity|qty|loading\.*|page \d+(?: of \d+)?|see all(?: \p{L}+)*|load more(?: \p{L}+)*|show (?:all|more)(?: \p{L}+)*|write a (?:customer )?review|be the first to (?:write a )?review.*|ask a question|leave a (?:review|comment)|rate this product|sort by.*|filter(?: by)?.*|most (?:recent|helpful|relevant)|highest rating|lowest rating|with (?:photos|images|videos)|all (?:stars|ratings|reviews)|notify me.*|remember me|sign me up|forgot(?: your)? password\??|track (?:my|your) order|free shipping.*|secure (?:checkout|payment).*|customers also (?:bought|viewed)|related products|you may also like|recently viewed|best ?sellers?|new arrivals|gift cards?|select (?:an? )?(?:option|size|colou?r).*|regular price.*|sale price.*|unit price.*|sku.*|share this.*|top reviews.*|english|usd|all rights reserved.*)$/iu,
  /^(?:based on|average|overall rating|total)\b.{0,40}\b(?:reviews?|ratings?)\b.{0,20}$/iu,
  /^\(?\d[\d,.]*\)?\s*(?:global |customer |verified |product )?(?:reviews?|ratings?|questions?|answers?|comments?|stars?|results?|sold|items?)(?:\s?[|·,&]\s?.{0,30})?$/iu,
  /^\d(?:[.,]\d)?\s{0,9}stars?\s{0,9}[:|(]?\s{0,9}\d{1,9}\s{0,9}%?\)?$/iu,
  /^showing \d{1,9}.{0,40}$/iu,
  /^[\d\s.,%|/‹›«»<>…()-]+$/u,
  /^(?:[$€£¥]|usd|eur|gbp)\s?\d[\d.,]*(?:\s.{0,24})?$/iu,
];

/** Headings under which customers speak. */
export const REVIEW_HEADING =
  /^\W{0,40}(?:\d{1,9}\s)?(?:(?:customers?|user|product|buyer|verified|recent|latest|top|our|all|client|guest|most helpful)['’]?s?\s){0,3}(?:reviews?|testimonials?|feedbacks?|ratings?|comments|opinions|voices)(?: (?:&|and|\/) (?:reviews?|ratings?|testimonials|comments))?(?: (?:from|of|by|for|about|on) .{1,40})?\s{0,9}(?:\(?\d[\d,.]{0,12}\)?)?\W{0,40}$|^\W{0,40}(?:what (?:our |other |the )?(?:customers?|buyers|people|users|clients|they) (?:are )?(?:say|saying|think|thinks)|(?:happy|real) customers|from (?:our|the) (?:customers|community)|why (?:our )?customers love).{0,40}$|^\W{0,40}customers? (?:say|said|speak)\W{0,40}$/iu;

/** Headings under which the shop speaks, with the topic that is given as the reason. */
export const SHOP_HEADING: readonly (readonly [string, RegExp])[] = [
  ['returns and refunds', /\b(?:refunds?|returns?|exchanges?|money[- ]back|returning)\b/iu],
  ['cancellation', /\b(?:cancel\w*)\b/iu],
  ['shipping', /\b(?:shipping|delivery|dispatch|customs|tracking|international|shipment|freight|packages?)\b/iu],
  ['warranty', /\b(?:warrant\w*|guarantee|repairs?)\b/iu],
  ['privacy', /\b(?:privacy|cookies?|personal (?:data|information)|gdpr|data (?:protection|we))\b/iu],
  ['terms', /\b(?:terms|conditions|polic(?:y|ies)|legal|imprint|disclaimer|copyright)\b/iu],
  ['payment', /\b(?:payments?|billing|pay|taxes|vat)\b/iu],
  ['questions and answers', /\b(?:faqs?|questions?|answers?|q ?& ?a|help cent(?:er|re))\b/iu],
  [
    'product description',
    /\b(?:descriptions?|features?|highlights?|overview|about (?:this|the) (?:item|product)|why choose|introduc\w+|key \w+|details|what makes|benefits)\b/iu,
  ],
  [
    'technical data',
    /\b(?:specifications?|specs?|technical|parameters?|dimensions|compatib\w+|system requirements)\b/iu,
  ],
  [
    'package contents',
    /\b(?:package (?:includes?|contents?|list)|in the box|what['’]s included|contents|packing list)\b/iu,
  ],
  [
    'instructions',
    /\b(?:how to|instructions?|install(?:ation|ing)? guide|set-?up guide|manual|troubleshooting|steps?|tips)\b/iu,
  ],
  ['contact', /\b(?:contact|support|customer (?:service|care)|about us|our story|opening hours|address)\b/iu],
  [
    'navigation',
    /\b(?:related|recommended|you may|also (?:like|bought)|quick links|information|newsletter|follow|subscribe|shop|categories|company|account)\b/iu,
  ],
];
