/** Clauses as machine translation leaves them; `feature` and polarity are plain all the same. */
export const TRANSLATED = [
  {
    feature: 'clarity',
    polarity: 'positive',
    text: 'the picture it is [very|quite] clear, can see [very far the people|until the end of the <yard>]',
  },
  {
    feature: 'clarity',
    polarity: 'positive',
    text: '[definition of the image|the pixel] is high, I am [satisfied|content] of it',
  },
  {
    feature: 'clarity',
    polarity: 'negative',
    text: 'the image is not [clear|sharp] as in the [announcement|publicity]',
  },
  {
    feature: 'night_vision',
    polarity: 'positive',
    text: 'in the night the effect is also [good|beautiful], [sees all|the <animal> is seen]',
  },
  {
    feature: 'night_vision',
    polarity: 'positive',
    text: 'the vision of night has surprised [me|<person>] for [well|good]',
  },
  {
    feature: 'night_vision',
    polarity: 'negative',
    text: 'by the night does not see [almost anything|the face of nobody]',
  },
  {
    feature: 'install_ease',
    polarity: 'positive',
    text: 'the installation is [convenient|comfortable], [the old father|<person>] made it alone',
  },
  {
    feature: 'install_ease',
    polarity: 'positive',
    text: 'very easy of [mounting|to put], with the [screws|pieces] that come',
  },
  {
    feature: 'install_ease',
    polarity: 'negative',
    text: 'the binding with the [phone|mobile] failed [many times|until the night]',
  },
  {
    feature: 'connectivity',
    polarity: 'positive',
    text: 'the signal of [network|wifi] is stable, does not [fall|cut itself]',
  },
  {
    feature: 'connectivity',
    polarity: 'negative',
    text: 'the [network|wifi] is lost each [day|two by three], must be put again',
  },
  {
    feature: 'app',
    polarity: 'positive',
    text: 'with the application [looks|sees <person>] from the far, [comfortable|very practical]',
  },
  {
    feature: 'app',
    polarity: 'negative',
    text: 'the application closes itself alone [many times|in the moment of seeing]',
  },
  {
    feature: 'motion_alerts',
    polarity: 'positive',
    text: 'the [warning|reminder] arrives very timely to the [mobile|<phone>]',
  },
  {
    feature: 'motion_alerts',
    polarity: 'negative',
    text: 'it alarms for nothing, a [leaf|<animal>|curtain] moves and it alarms',
  },
  {
    feature: 'audio',
    polarity: 'positive',
    text: 'the voice is clear in both [senses|directions], can speak with [the home|<person>|the <visitor>]',
  },
  {
    feature: 'audio',
    polarity: 'negative',
    text: 'the [sound|voice] is [small|little], does not hear [well|the <visitor>]',
  },
  {
    feature: 'value',
    polarity: 'positive',
    text: 'the relation of quality and price is [very good|incredible|of the best]',
  },
  {
    feature: 'value',
    polarity: 'positive',
    text: 'the price is [beautiful|kind|real], [economic and useful|it deserves]',
  },
  { feature: 'value', polarity: 'negative', text: 'for this price it is not [worthy|of the measure]' },
  {
    feature: 'delivery',
    polarity: 'positive',
    text: 'logistics is [very fast|speedy], the packing [intact|in condition]',
  },
  {
    feature: 'delivery',
    polarity: 'negative',
    text: 'the shipping delayed [much|<weeks>], the box came [struck|open]',
  },
  {
    feature: 'customer_service',
    polarity: 'positive',
    text: 'the attention of the [seller|shop] is [warm and patient|of ten], answers all',
  },
  {
    feature: 'customer_service',
    polarity: 'negative',
    text: 'the attention to client [does not exist|is null|left me thrown]',
  },
  { feature: 'build', polarity: 'positive', text: 'the appearance is [pretty|refined] and of good [matter|texture]' },
  {
    feature: 'build',
    polarity: 'negative',
    text: 'the plastic is of [bad|low] quality, seems to [break|leave itself]',
  },
  { feature: 'battery', polarity: 'positive', text: 'the battery endures much, I have it <weeks> without charge' },
  {
    feature: 'battery',
    polarity: 'negative',
    text: 'the battery endures [little|nothing], each [week|three days] to charge',
  },
  {
    feature: 'field_of_view',
    polarity: 'positive',
    text: 'the angle is [wide|ample], it has no dead [corner|zone] in the <yard>',
  },
  {
    feature: 'recording',
    polarity: 'positive',
    text: 'recovers the recordings of [many days|<weeks>] without problem',
  },
  { feature: 'usability', polarity: 'positive', text: 'the operation is simple, [the elders|<person>] can it too' },
  {
    feature: 'feature_set',
    polarity: 'positive',
    text: 'the functions are complete, [what is needed has all|very powerful it results]',
  },
] as const;
