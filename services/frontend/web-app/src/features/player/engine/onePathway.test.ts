import { expect, test } from 'vitest';
import { onePathway } from './onePathway';

const steered = `#EXTM3U
#EXT-X-CONTENT-STEERING:SERVER-URI="/steering",PATHWAY-ID="b"
#EXT-X-MEDIA:TYPE=AUDIO,URI="http://b/en.m3u8",GROUP-ID="sound",LANGUAGE="en",NAME="en"
#EXT-X-MEDIA:TYPE=SUBTITLES,URI="http://b/de.m3u8",GROUP-ID="text",LANGUAGE="de",NAME="de"
#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="sound",SUBTITLES="text",CLOSED-CAPTIONS=NONE,PATHWAY-ID="b"
http://b/240p.m3u8
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="http://b/i.m3u8",PATHWAY-ID="b"
#EXT-X-MEDIA:TYPE=AUDIO,URI="http://a/en.m3u8",GROUP-ID="sound-a",LANGUAGE="en",NAME="en"
#EXT-X-MEDIA:TYPE=SUBTITLES,URI="http://a/de.m3u8",GROUP-ID="text-a",LANGUAGE="de",NAME="de"
#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="sound-a",SUBTITLES="text-a",CLOSED-CAPTIONS=NONE,PATHWAY-ID="a"
http://a/240p.m3u8
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="http://a/i.m3u8",PATHWAY-ID="a"
`;

test('onePathway_Steered_IsWhatItBeginsWith', () => expect(onePathway(steered)).toBe(`#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,URI="http://b/en.m3u8",GROUP-ID="sound",LANGUAGE="en",NAME="en"
#EXT-X-MEDIA:TYPE=SUBTITLES,URI="http://b/de.m3u8",GROUP-ID="text",LANGUAGE="de",NAME="de"
#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="sound",SUBTITLES="text",CLOSED-CAPTIONS=NONE
http://b/240p.m3u8
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="http://b/i.m3u8"
`));

test('onePathway_NotSteered_IsAsItIs', () => {
  const media = '#EXTM3U\n#EXTINF:4,\n00001.m4s\n#EXT-X-ENDLIST\n';
  expect(onePathway(media)).toBe(media);
});
