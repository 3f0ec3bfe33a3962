export function readService(name: string): string;
