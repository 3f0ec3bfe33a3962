import type { Credit } from '../catalogue/model';

/** Who did what, in the order of billing. */
export function byDepartment(crew: readonly Credit[]): { department: string; credits: Credit[] }[] {
  const departments = new Map<string, Credit[]>();
  for (const credit of crew) departments.set(credit.department, [...departments.get(credit.department) ?? [], credit]);
  return [...departments].map(([department, credits]) => ({ department, credits }));
}
