import { useTranslation } from 'react-i18next';
import { Options } from '../controls/Options';
import panel from '../controls/Panel.module.css';
import { useSurroundings } from '../state/PlayerContext';
import styles from './CaptionLayer.module.css';
import { backgrounds, type CaptionStyle, colors, cssOf, fonts, opacities, outlines, places, sizes, usualStyle } from './captionStyle';
import { ContrastNote } from './ContrastNote';
import { useCaptionStyle } from './useCaptionStyle';

export function CaptionStyleOptions() {
  const { t } = useTranslation('player');
  const { preferences } = useSurroundings();
  const style = useCaptionStyle();
  const change = (part: Partial<CaptionStyle>) => preferences.change({ captionStyle: { ...style, ...part } });
  return (
    <>
      <p className={styles.sample} aria-hidden="true"><span className={styles.words} style={cssOf(style)}>{t('style.sample')}</span></p>
      <ContrastNote style={style} />
      <Options label={t('style.size')} value={String(style.size)} onChange={id => change({ size: Number(id) })} options={sizes.map(size => ({ id: String(size), label: t('style.percent', { percent: size }) }))} />
      <Options label={t('style.color')} value={style.color} onChange={color => change({ color })} options={colors.map(color => ({ id: color, label: t(`colors.${color.slice(1)}`) }))} />
      <Options label={t('style.background')} value={style.backgroundColor} onChange={backgroundColor => change({ backgroundColor })} options={backgrounds.map(color => ({ id: color, label: t(`colors.${color.slice(1)}`) }))} />
      <Options label={t('style.opacity')} value={String(style.backgroundOpacity)} onChange={id => change({ backgroundOpacity: Number(id) })} options={opacities.map(one => ({ id: String(one), label: t('style.percent', { percent: one }) }))} />
      <Choice label={t('style.font')} name="fonts" all={fonts} value={style.font} onChange={font => change({ font })} />
      <Choice label={t('style.edge')} name="edges" all={outlines} value={style.edge} onChange={edge => change({ edge })} />
      <Choice label={t('style.place')} name="places" all={places} value={style.place} onChange={place => change({ place })} />
      <button type="button" className={panel.item} onClick={() => preferences.change({ captionStyle: usualStyle })}>{t('style.reset')}</button>
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  name: 'fonts' | 'edges' | 'places';
  all: readonly T[];
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, name, all, value, onChange }: ChoiceProps<T>) {
  const { t } = useTranslation('player');
  const choose = (id: string) => {
    const one = all.find(known => known === id);
    if (one) onChange(one);
  };
  return <Options label={label} value={value} onChange={choose} options={all.map(one => ({ id: one, label: t(`${name}.${one}`) }))} />;
}
