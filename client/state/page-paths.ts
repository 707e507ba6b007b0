/** Every page by its path; what is not here is told as unknown. The tests and pictures of all pages go through this list. */
export const PAGE_PATHS = {
  overview: '/',
  duplicates: '/duplicates/:id?',
  held: '/held/:id?',
  log: '/log',
  neutrality: '/neutrality',
  rules: '/moderation',
  compare: '/compare',
  product: '/products/:product',
  shared: '/shared/:token',
  alerts: '/alerts',
  import: '/import',
  connections: '/connections',
  people: '/people',
  features: '/features',
  reviews: '/reviews',
  review: '/reviews/:id',
} as const;

export type PageName = keyof typeof PAGE_PATHS;
