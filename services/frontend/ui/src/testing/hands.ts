import { configure, fireEvent, screen } from '@testing-library/react';
import { vi } from 'vitest';

// Machines that run everything at once are slow: what comes, comes by then.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

/** Writes into a field at once. */
export function fill(label: string, text: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

export function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name, hidden: true }));
}

export function tick(label: string | RegExp): void {
  fireEvent.click(screen.getByLabelText(label));
}
