// How captions look, and whether they can be read.
export const lookOf = screening => screening.captions.locator('p > span > span').first().evaluate(text => {
  const { color, backgroundColor, fontSize } = getComputedStyle(text);
  return { color, backgroundColor, fontSize };
});

// The contrast of WCAG 2, 1.4.3, over a picture that is as bright as the background lets through at the worst: white.
export function contrastOf({ color, backgroundColor }) {
  const [text, ground] = [numbersIn(color), numbersIn(backgroundColor)];
  const opacity = ground[3] ?? 1;
  const seen = ground.slice(0, 3).map(part => part * opacity + 255 * (1 - opacity));
  const [bright, dark] = [luminance(text), luminance(seen)].sort((one, other) => other - one);
  return (bright + 0.05) / (dark + 0.05);
}

const numbersIn = color => color.match(/[\d.]+/g).map(Number);

function luminance([...parts]) {
  const [red, green, blue] = parts.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
