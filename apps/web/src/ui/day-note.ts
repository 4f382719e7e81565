import { type ComponentType, createContext } from 'react';

/** Says what a day is besides its date, such as the name of a holiday; the parts of the design know no holidays. */
export const DayNote = createContext<ComponentType<{ readonly date: string }> | null>(null);
