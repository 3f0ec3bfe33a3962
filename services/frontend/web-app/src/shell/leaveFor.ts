/** Goes to a page of another app of this origin. */
export const leaveFor = (address: string): void => window.location.assign(address);
