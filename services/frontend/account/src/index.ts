export { PasskeyChoice } from './passkeys/PasskeyChoice';
export { PasskeyTrouble } from './passkeys/PasskeyTrouble';
export { askPasskey, autofillSupported, makePasskey, passkeysSupported, type PasskeyCeremony } from './passkeys/webauthn';
export { factorsQuery, type Factors } from './stepUp/prove';
export { StepUpCancelled, useStepUp, type StepUpFlow } from './stepUp/useStepUp';
