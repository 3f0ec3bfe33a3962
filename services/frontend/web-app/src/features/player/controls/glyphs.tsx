const shapes = {
  play: 'M7 4.5v15l12.5-7.5z',
  pause: 'M6 5h4v14H6zM14 5h4v14h-4z',
  again: 'M12 5V1.5L6.5 6 12 10.5V7a5.5 5.5 0 1 1-5.5 5.5h-2A7.5 7.5 0 1 0 12 5z',
  back: 'M12.5 6v12L4 12zM20 6v12l-8.5-6z',
  forward: 'M11.500 6v12L20 12zM4 6v12l8.500-6z',
  loud: 'M3 9v6h4l5 5V4L7 9zM15 8.500v7a4 4 0 0 0 0-7zM15 4.500v2a6 6 0 0 1 0 11v2a8 8 0 0 0 0-15z',
  quiet: 'M3 9v6h4l5 5V4L7 9zM15 8.500v7a4 4 0 0 0 0-7z',
  muted: 'M3 9v6h4l5 5V4L7 9zM15.400 8.600 14 10l2 2-2 2 1.400 1.400 2-2 2 2 1.400-1.400-2-2 2-2-1.400-1.400-2 2z',
  captions: 'M4 5h16v14H4zM6 7v10h12V7zM7.500 10h4v1.500H9v1h2.500V14h-4zM13 10h4v1.500h-2.500v1H17V14h-4z',
  settings: 'M4 6h9v2H4zM17 6h3v2h-3zM14 4.500h2v5h-2zM4 11h3v2H4zM11 11h9v2h-9zM8 9.500h2v5H8zM4 16h9v2H4zM17 16h3v2h-3zM14 14.500h2v5h-2z',
  fullscreen: 'M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z',
  window: 'M8 4h2v6H4V8h4zM14 4h2v4h4v2h-6zM4 14h6v6H8v-4H4zM14 14h6v2h-4v4h-2z',
  pip: 'M3 5h18v14H3zM5 7v10h14V7zM12 11h6v5h-6z',
  next: 'M5 5v14l10-7zM16 5h3v14h-3z',
  close: 'M6.400 5 5 6.400 10.600 12 5 17.600 6.400 19 12 13.400 17.600 19 19 17.600 13.400 12 19 6.400 17.600 5 12 10.600z',
  arrow: 'M14.500 5 7.500 12l7 7 1.500-1.500L10.500 12 16 6.500z',
  help: 'M11 16h2v2h-2zM12 5a4 4 0 0 0-4 4h2a2 2 0 1 1 3 1.700c-1.300.8-2 1.500-2 3.300h2c0-1 .4-1.300 1.200-1.800A4 4 0 0 0 12 5z',
} as const;

export type GlyphName = keyof typeof shapes;

/** Signs of the player point the same way in every language, as those on devices do. */
export function Glyph({ name }: { name: GlyphName }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
