/** Who acts, for the log of decisions. There is no sign-in: whoever reaches the app is its local user. */
export const localActor = () => 'Local user';
