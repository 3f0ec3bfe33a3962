export { lastSessionEnd, onSessionEnded, onSessionEvent } from './channel';
export { hasSession, profileChanged, sessionRenewed, signedIn, signOut } from './session';
export { useMe, useSessionCache } from './useMe';
