/** Raised whenever a change of lexicon or rules can change the tags of stored reviews. */
export const TAXONOMY_VERSION = 2;

/** The default features in the order of the labelling guide; the ids are public. */
export const FEATURES: readonly { id: string; label: string }[] = [
  { id: 'clarity', label: 'Image clarity' },
  { id: 'night_vision', label: 'Night vision' },
  { id: 'field_of_view', label: 'Field of view' },
  { id: 'install_ease', label: 'Install ease' },
  { id: 'usability', label: 'Ease of use' },
  { id: 'connectivity', label: 'Network stability' },
  { id: 'app', label: 'App and remote view' },
  { id: 'motion_alerts', label: 'Motion alerts' },
  { id: 'recording', label: 'Recording and playback' },
  { id: 'subscription', label: 'Subscription' },
  { id: 'audio', label: 'Two-way audio' },
  { id: 'lighting', label: 'Spotlight' },
  { id: 'battery', label: 'Battery and power' },
  { id: 'weatherproofing', label: 'Weatherproofing' },
  { id: 'build', label: 'Design and build' },
  { id: 'reliability', label: 'Reliability' },
  { id: 'feature_set', label: 'Functions' },
  { id: 'value', label: 'Value for money' },
  { id: 'delivery', label: 'Delivery' },
  { id: 'customer_service', label: 'Customer service' },
  { id: 'brand', label: 'Brand' },
  { id: 'privacy', label: 'Privacy and security' },
];

/** Place of each default feature in FEATURES, by its id. */
export const FEATURE_INDEX: ReadonlyMap<string, number> = new Map(FEATURES.map(({ id }, index) => [id, index]));
