/** How a customer judges a feature. */
export type Polarity = 'positive' | 'negative' | 'neutral' | 'mixed';
