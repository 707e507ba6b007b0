/**
 * Letters of other scripts that look like Latin ones (a part of Unicode's confusables, UTS 39): copies are disguised
 * with them. Used for comparing only, never for what is called exact.
 */
const PAIRS =
  'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ӏl ԛq ԝw вb нh кk мm тt гr пn иu αa εe οo ρp ιi κk νv τt υu χx ωw ηn ßs øo đd łl ħh ıi æa œo ðd þp';

export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(PAIRS.split(' ').map((pair) => [pair[0]!, pair[1]!]));
