/**
 * Public ids are a letter and the stored number: reviews R-1, clusters C-1, decisions D-1, imports I-1, webhooks W-1,
 * pulls P-1, saved views V-1, share links S-1, alerts A-1, firings F-1, bulks B-1, notes N-1,
 * decisions on held reviews H-1, erasures E-1, users U-1, API keys K-1.
 */
export const reviewId = (id: number) => `R-${id}`;
export const clusterId = (id: number) => `C-${id}`;
export const decisionId = (id: number) => `D-${id}`;
export const webhookId = (id: number) => `W-${id}`;
export const pullId = (id: number) => `P-${id}`;
export const viewId = (id: number) => `V-${id}`;
export const shareId = (id: number) => `S-${id}`;
export const alertId = (id: number) => `A-${id}`;
export const firingId = (id: number) => `F-${id}`;
export const bulkId = (id: number) => `B-${id}`;
export const noteId = (id: number) => `N-${id}`;
export const heldDecisionId = (id: number) => `H-${id}`;
export const erasureId = (id: number) => `E-${id}`;
export const userId = (id: number) => `U-${id}`;
export const keyId = (id: number) => `K-${id}`;
export const importId = (id: number) => `I-${id}`;

/** The number in a public id whose form the contract has checked. */
export const idNumber = (publicId: string) => Number(publicId.slice(2));
