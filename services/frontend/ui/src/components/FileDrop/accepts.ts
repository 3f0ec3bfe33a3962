/** Whether a file is of the kinds asked for, as an `accept` attribute reads them. */
export function accepts(kinds: readonly string[], file: Pick<File, 'name' | 'type'>) {
  if (kinds.length === 0) return true;
  return kinds.some(kind => {
    if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind.toLowerCase());
    if (kind.endsWith('/*')) return file.type.startsWith(kind.slice(0, -1));
    return file.type === kind;
  });
}
