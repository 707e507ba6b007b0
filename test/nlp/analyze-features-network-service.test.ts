import { describe, expect, it } from 'vitest';
import { analyze } from '../../nlp/analyze.ts';

const MARKS = { positive: '+', negative: '-', neutral: '0', mixed: '~' };

/** What a review says of one feature, as + (positive), - (negative), 0 (neutral), ~ (mixed) or nothing. */
function markOf(text: string, feature: string): string {
  const polarity = analyze({ text }).features[feature];
  return polarity ? MARKS[polarity] : '';
}

describe('analyze finds what is said of network and service in many wordings', () => {
  it.each([
    ['connectivity', 'The live view comes up in two seconds.', '+'],
    ['connectivity', 'After the power cut it came back online by itself.', '+'],
    ['connectivity', 'Every night it drops off the router.', '-'],
    ['connectivity', 'We get one bar in the hall and the feed cuts in and out.', '-'],
    ['app', 'I looked in on the hamster from the train.', '+'],
    ['app', 'The desktop tool signs me out all the time.', '-'],
    ['app', 'It refuses to talk to our voice assistant.', '-'],
    ['motion_alerts', 'It tells cats from people.', '+'],
    ['motion_alerts', 'My phone buzzes the moment a lorry pulls in.', '+'],
    ['motion_alerts', 'It thinks every moth is a person.', '-'],
    ['motion_alerts', 'It slept through the whole burglary, no alert and no alarm.', '-'],
    ['recording', 'A 128 gb card holds nine days.', '+'],
    ['recording', 'I gave the police the clip.', '+'],
    ['recording', 'It chops the film into pieces of a minute.', '-'],
    ['recording', 'There is no place to put a memory card.', '-'],
    ['subscription', 'One time purchase, no monthly fees at all.', '+'],
    ['subscription', 'They moved the history behind a paid tier.', '-'],
    ['reliability', 'In three years it has not skipped a beat.', '+'],
    ['reliability', 'It conked out in the second week.', '-'],
    ['reliability', 'It turned into an expensive paperweight.', '-'],
    ['feature_set', 'It can do a lot and there is nothing missing.', '+'],
    ['feature_set', 'The functions are meagre.', '-'],
    ['value', 'Cheap as chips.', '+'],
    ['value', 'It punches well above its price.', '+'],
    ['value', 'I feel ripped off.', '-'],
    ['value', '90 dollars down the drain.', '-'],
    ['delivery', 'It arrived sooner than promised, wrapped in foam.', '+'],
    ['delivery', 'The box was squashed and the seal was broken.', '-'],
    ['delivery', 'The parcel sat in customs for three weeks.', '-'],
    ['customer_service', 'They posted another one the same week and would not take a penny.', '+'],
    ['customer_service', 'The lady on the phone was kind and patient.', '+'],
    ['customer_service', 'I was passed from pillar to post and nobody answers.', '-'],
    ['brand', 'I am sticking with this brand.', '+'],
    ['brand', 'That was the last camera I buy from this company.', '-'],
    ['privacy', 'A sliding cover over the lens keeps it private.', '+'],
    ['privacy', 'The voice of a stranger came from the speaker.', '-'],
    ['privacy', 'You cannot delete your account.', '-'],
  ])('%s: %s → %s', (feature, text, wanted) => expect(markOf(text, feature)).toBe(wanted));

  it.each([
    ['reliability', 'It hangs under the roof of the shed.'],
    ['delivery', 'It delivers on its promises.'],
    ['customer_service', 'You can go back and see what the fox did.'],
    ['privacy', 'Not a peep out of the little box.'],
    ['value', 'My wife found the deal breaker at once: it is pink.'],
  ])('%s is not meant in: %s', (feature, text) => expect(markOf(text, feature)).toBe(''));
});
