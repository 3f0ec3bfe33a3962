import { expect, test } from 'vitest';
import { markerComplaints, markersOf, toMarkers, type MarkerDraft } from './markers';

const marker = (part: Partial<MarkerDraft>): MarkerDraft => ({ kind: 'intro', from: '0:10', to: '1:00', name: '', ...part });

test('Markers_ThroughTheForm_StayTheSame', () => {
  const markers = [{ kind: 'intro', fromSeconds: 12.5, toSeconds: 74, name: null }, { kind: 'chapter', fromSeconds: 74, toSeconds: 3700.25, name: 'The forest' }];
  expect(toMarkers(markersOf(markers))).toEqual(markers);
});
test('Markers_OfOneKindThatOverlap_ComplainAtTheLater', () =>
  expect(markerComplaints({ markers: [marker({ from: '0:30' }), marker({})] })).toEqual({ 'markers[0].from': { word: 'overlapsKind' } }));
test('Markers_OfTwoKinds_MayOverlap', () => expect(markerComplaints({ markers: [marker({}), marker({ kind: 'recap' })] })).toEqual({}));
test('Marker_AfterTheEndOfTheFilm_Complains', () => expect(markerComplaints({ markers: [marker({ to: '2:00' })] }, 90)).toEqual({ 'markers[0].to': { word: 'afterEnd' } }));
test('Marker_WithoutTimes_Complains', () => expect(markerComplaints({ markers: [marker({ from: 'x', to: '' })] })).toMatchObject({ 'markers[0].from': { word: 'clock' }, 'markers[0].to': { word: 'clock' } }));
