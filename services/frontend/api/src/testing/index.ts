export { held, json, nothing, page, problem } from './answers';
export { platform, type Answer, type Answers, type Platform, type Sent } from './platform';
export { proofWanted, refused, renewed, signInBefore, tokens } from './session';
