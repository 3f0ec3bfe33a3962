import { createContext } from 'react';

/** Whether the way leads to another page already, while this one is still shown. */
export const Leaving = createContext(false);
