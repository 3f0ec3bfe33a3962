export { StepUpDialog } from './StepUpDialog';
export { StepUpCancelled, useStepUp, type StepUpFlow } from './useStepUp';
