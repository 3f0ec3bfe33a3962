import { describe, expect, test } from 'vitest';
import { withKnownKeys } from './clearKeyPlaylist';
import { formatFor, manifestOf } from './format';
import { limitsOf, noLimits } from './limits';
import { shakaConfig } from './shakaConfig';

const abilities = (mediaSource: boolean, managedMediaSource: boolean, nativeHls: boolean) => ({ mediaSource, managedMediaSource, nativeHls });
const desktop = abilities(true, false, false);
const oldPhone = abilities(false, false, true);

describe('Format', () => {
  test.each([
    ['most browsers', desktop, 'dash'],
    ['Safari on a desktop', abilities(true, true, true), 'dash'],
    ['a telephone with managed media', abilities(false, true, true), 'hls'],
    ['an old telephone', oldPhone, 'hls'],
    ['nothing at all', abilities(false, false, false), 'dash'],
  ])('FormatFor_%s_Is', (_, device, format) => {
    expect(formatFor(device)).toBe(format);
  });

  const clear = { dash: 'd', hls: 'h', hlsClearKey: null };
  const encrypted = { ...clear, hlsClearKey: 'k' };
  test.each([
    [encrypted, 'dash', desktop, 'd'], [encrypted, 'hls', desktop, 'k'], [encrypted, 'hls', abilities(false, true, true), 'k'], [encrypted, 'hls', oldPhone, 'h'], [clear, 'hls', desktop, 'h'],
  ] as const)('ManifestOf_%o_As%s_For%o_Is%s', (manifests, format, device, manifest) => {
    expect(manifestOf(manifests, format, device)).toBe(manifest);
  });
});

describe('ClearKeyPlaylist', () => {
  const line = '#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI="data:text/plain;base64,ERE=",KEYFORMAT="org.w3.clearkey",KEYFORMATVERSIONS="1",KEYID=0x00112233445566778899AABBCCDDEEFF';

  test('WithKnownKeys_ClearKey_BecomesABoxWithTheKeysId', () => {
    const told = withKnownKeys(`#EXTM3U\n${line}\n#EXTINF:4,\n1.m4s\n`);
    const [, base64 = ''] = /URI="data:text\/plain;base64,([^"]+)"/.exec(told) ?? [];
    const box = [...atob(base64)].map(letter => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');

    expect(box).toBe('0000003470737368010000001077efecc0b24d02ace33c1e52e2fb4b0000000100112233445566778899aabbccddeeff00000000');
    expect(told).toMatch(/^#EXTM3U\n#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,.*KEYFORMAT="urn:uuid:edef8ba9-.*KEYID=0x00112233.*\n#EXTINF:4,\n1\.m4s\n$/);
  });

  test.each(['#EXTM3U\n#EXTINF:4,\n1.m4s\n', line.replace('org.w3.clearkey', 'identity'), line.replace(/,KEYID.*/, ''), `# ${line}`])('WithKnownKeys_%s_StaysAsItIs', playlist => {
    expect(withKnownKeys(playlist)).toBe(playlist);
  });
});

describe('Limits', () => {
  const cellular = { type: 'cellular' };

  test.each([
    [{}, undefined, noLimits],
    [{ quality: 'auto', dataSaver: 'off' }, cellular, noLimits],
    [{ quality: 'sd' }, undefined, { lines: 576, saves: false }],
    [{ quality: 'hd' }, undefined, { lines: 1080, saves: false }],
    [{ quality: 'uhd' }, undefined, noLimits],
    [{ quality: 'hd', dataSaver: 'mobile' }, { type: 'wifi' }, { lines: 1080, saves: false }],
    [{ quality: 'hd', dataSaver: 'mobile' }, cellular, { lines: 576, saves: true }],
    [{ dataSaver: 'mobile' }, { saveData: true }, { lines: 576, saves: true }],
    [{ dataSaver: 'always' }, undefined, { lines: 576, saves: true }],
  ] as const)('LimitsOf_%o_On%o_Are%o', (preferences, connection, limits) => {
    expect(limitsOf(preferences, connection)).toEqual(limits);
  });
});

describe('ShakaConfig', () => {
  const licence = { clearKey: '/api/v1/drm/clearkey', header: 'Playback-Token', token: 'secret', expiresAt: '' };
  const source = { format: 'dash' as const, limits: noLimits, audio: null, licence: () => licence };

  test('Config_WithoutLimits_LeavesTheQualityToItself', () => {
    expect(shakaConfig(source).abr).toEqual({ useNetworkInformation: false, restrictToElementSize: true });
  });

  test('Config_DataSaved_StaysBelowAFrameOf576LinesAndBeginsLow', () => {
    expect(shakaConfig({ ...source, limits: { lines: 576, saves: true } }).abr).toMatchObject({ restrictions: { maxPixels: 589_824 }, defaultBandwidthEstimate: 500_000 });
  });

  test.each([['dash', 'org.w3.clearkey'], ['hls', 'com.widevine.alpha']] as const)('Config_Encrypted%s_FetchesLicencesFromUsAndUnlocksWithClearKey', (format, system) => {
    const { drm } = shakaConfig({ ...source, format });

    expect(drm.servers).toEqual({ [system]: new URL(licence.clearKey, location.href).href });
    expect(drm.keySystemsMapping).toEqual({ 'com.widevine.alpha': 'org.w3.clearkey' });
  });
});
