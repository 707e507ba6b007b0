import { Icon } from './icon.tsx';

/** Prints the page as it stands; the style sheet for paper does the rest. */
export const PrintButton = () => (
  <button type="button" class="btn quiet" aria-label="Print" onClick={() => print()} title="Print, or save as PDF">
    <Icon name="file" />
    <span class="wide-text">Print</span>
  </button>
);
