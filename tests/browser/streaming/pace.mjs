// Addresses at the edges that end soon, so that they are renewed while somebody watches. STREAMIX_LONG=1: a minute, as good as in earnest.
const isLong = process.env.STREAMIX_LONG === '1';
const lifetime = isLong ? 60 : 10;

// Of the film: long enough for three renewals, and for all that is done before.
export const seconds = isLong ? 160 : 60;

export const pace = [
  '--Settings:streaming-playback-context:Playback:TokenLifetime', `00:${isLong ? '01:00' : '00:10'}`,
  '--Settings:streaming-playback-context:Playback:HeartbeatInterval', '00:00:01',
  '--Settings:streaming-playback-context:Playback:OptionalBudget', '00:00:05', // a busy machine is late with everything
];

// In which three renewals happen.
export const threeRenewals = 3 * lifetime * 1000;
