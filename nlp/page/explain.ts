import { type Furniture, readTopic } from './read-furniture.ts';
import type { VoiceScore } from './score-line.ts';

/** Why lines were taken for a review. */
export function explainReview(voices: readonly VoiceScore[]): string {
  const clearest = voices.reduce((best, voice) => (voice.score > best.score ? voice : best));
  return clearest.customer && clearest.score > 1
    ? `customer’s voice: ${clearest.customer.label}`
    : 'among reviews: customers speak before or after it';
}

/** Topics that are rules of the shop; the others name themselves. */
const RULES = new Set(['returns and refunds', 'cancellation', 'shipping', 'warranty', 'privacy', 'terms', 'payment']);

/** Why a line was not taken for a review; `topic` is that of the heading above it. */
export function explainOther(line: {
  text: string;
  voice: VoiceScore;
  furniture: Furniture | undefined;
  topic: string | undefined;
}): string {
  const { text, voice, furniture, topic } = line;
  if (furniture) return furniture.label;
  const cue = voice.shop;
  if (cue && ['table', 'question', 'contact-data', 'asked-answered', 'answers-customer'].includes(cue.id))
    return cue.label;
  if (cue?.id === 'advertises' || cue?.id === 'measures') return `product description: ${cue.label}`;
  const about = readTopic(text) ?? topic;
  if (about) return RULES.has(about) ? `policy: ${about}` : about;
  return cue ? `shop’s voice: ${cue.label}` : 'no customer’s voice: nobody tells or judges anything';
}
