import { useLayoutEffect, useRef } from 'react';
import { Label, Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components';
import { names } from '../names';
import styles from './Slider.module.css';

export interface SliderProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  onChangeEnd?: ((value: number) => void) | undefined;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** What the value is called, as a place in a film is called `12:03`. */
  format?: ((value: number) => string) | undefined;
  isDisabled?: boolean | undefined;
  isLabelHidden?: boolean | undefined;
}

export function Slider(props: SliderProps) {
  const { label, value, onChange, onChangeEnd, min = 0, max = 100, step = 1, format, isDisabled, isLabelHidden } = props;
  const input = useRef<HTMLInputElement>(null);
  const spoken = format?.(value);

  // React Aria speaks plain numbers only; after each of its renders the words of `format` take their place.
  useLayoutEffect(() => {
    if (spoken) input.current?.setAttribute('aria-valuetext', spoken);
  });

  return (
    <AriaSlider
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={isDisabled ?? false}
      className={names(styles.slider)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      onChange={(next: number) => onChange(next)}
      onChangeEnd={(next: number) => onChangeEnd?.(next)}
    >
      {!isLabelHidden && (
        <span className={styles.words}>
          <Label>{label}</Label>
          <output className={styles.value}>{spoken ?? value}</output>
        </span>
      )}
      <SliderTrack className={names(styles.track)}>
        {({ state }) => (
          <>
            <span className={styles.rail} />
            <span className={styles.fill} style={{ inlineSize: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb inputRef={input} className={names(styles.thumb)} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
