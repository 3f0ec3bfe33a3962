# Files that must be refused, each for a reason that a person understands.

hostile() {
  echo empty one-byte random random-with-header text pdf program picture-png picture-jpeg archive gzip-bomb compressed-index-bomb
  echo cut-before-index cut-in-half cut-mkv cut-avi cut-after-header header-only
  echo playlist-other-host playlist-local-file playlist-key manifest script-concat session-description playlist-pls playlist-asx svg
  echo sound-only sound-with-cover subtitles-only one-pixel huge-frame endless endless-mkv lying-count lying-size lying-box nested-boxes
  echo scrambled-picture protected unknown-codec unknown-container points-to-file nothing-but-header-frames
}

# A second of honest film to spoil, made once.
seed() {
  [ -e "$work/seed.mp4" ] || ff -f lavfi -i "testsrc2=size=320x180:rate=25:duration=4" -f lavfi -i "sine=duration=4" -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 -c:a aac "$work/seed.mp4"
  [ -e "$work/fast.mp4" ] || ff -i "$work/seed.mp4" -c copy -movflags +faststart "$work/fast.mp4"
}

bytes() { head -c "$1" /dev/urandom; }

# bend FILE BOX OFFSET BYTES: writes over what stands OFFSET bytes behind the name of the first such box.
bend() {
  local at; at=$(( $(LC_ALL=C grep -abo "$2" "$1" | head -n 1 | cut -d: -f1) + 4 + $3 ))
  printf "$4" | dd of="$1" bs=1 seek="$at" conv=notrunc status=none
}

# write_at FILE BYTES BYTES: the second over the first place with the first.
write_at() { printf "$3" | dd of="$1" bs=1 seek="$(LC_ALL=C grep -abPo "$2" "$1" | head -n 1 | cut -d: -f1)" conv=notrunc status=none; }

hostile_empty() { : > "$1.mp4"; }
hostile_one_byte() { printf x > "$1.mp4"; }
hostile_random() { bytes 300000 > "$1.mp4"; }
hostile_random_with_header() { { printf '\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2'; bytes 300000; } > "$1.mp4"; }
hostile_text() { for _ in $(seq 2000); do echo "This is not a film."; done > "$1.mp4"; }
hostile_pdf() { { printf '%%PDF-1.7\n'; bytes 20000; } > "$1.mp4"; }
hostile_program() { head -c 100000 "$(command -v bash)" > "$1.mp4"; }
hostile_picture_png() { ff -f lavfi -i testsrc2=size=320x180:duration=1 -frames:v 1 -f image2 -c:v png "$1.mp4"; }
hostile_picture_jpeg() { ff -f lavfi -i testsrc2=size=320x180:duration=1 -frames:v 1 -f image2 -c:v mjpeg -pix_fmt yuvj420p "$1.mp4"; }
hostile_archive() { { printf 'PK\x03\x04'; bytes 50000; } > "$1.mp4"; }
hostile_gzip_bomb() { head -c 200000000 /dev/zero | gzip -9 > "$1.mp4"; }

# A movie index that says it is zlib data which unpacks to 2 GiB.
hostile_compressed_index_bomb() {
  { printf '\x00\x00\x00\x18ftypqt  \x00\x00\x02\x00qt  qt  '
    local packed; packed=$work/zeros.zz
    head -c 50000000 /dev/zero | gzip -9 | tail -c +11 > "$packed"
    local size; size=$(stat -c %s "$packed")
    printf "$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' $(((size + 40) >> 24 & 255)) $(((size + 40) >> 16 & 255)) $(((size + 40) >> 8 & 255)) $(((size + 40) & 255)))moov"
    printf "$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' $(((size + 32) >> 24 & 255)) $(((size + 32) >> 16 & 255)) $(((size + 32) >> 8 & 255)) $(((size + 32) & 255)))cmov"
    printf '\x00\x00\x00\x0cdcomzlib'
    printf "$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' $(((size + 12) >> 24 & 255)) $(((size + 12) >> 16 & 255)) $(((size + 12) >> 8 & 255)) $(((size + 12) & 255)))cmvd"
    printf '\x7f\xff\xff\xff'; cat "$packed"; } > "$1.mov"
}

hostile_cut_before_index() { seed; head -c $(($(stat -c %s "$work/seed.mp4") * 2 / 3)) "$work/seed.mp4" > "$1.mp4"; }
hostile_cut_in_half() { seed; head -c $(($(stat -c %s "$work/fast.mp4") / 2)) "$work/fast.mp4" > "$1.mp4"; }
hostile_cut_mkv() { seed; ff -i "$work/seed.mp4" -c copy "$work/seed.mkv"; head -c $(($(stat -c %s "$work/seed.mkv") / 2)) "$work/seed.mkv" > "$1.mkv"; }
hostile_cut_avi() { seed; ff -i "$work/seed.mp4" -c:v mpeg4 -c:a mp2 "$work/seed.avi"; head -c $(($(stat -c %s "$work/seed.avi") / 2)) "$work/seed.avi" > "$1.avi"; }
hostile_cut_after_header() { seed; head -c 48 "$work/seed.mp4" > "$1.mp4"; }
hostile_header_only() { printf '\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2' > "$1.mp4"; }

hostile_playlist_other_host() { printf '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://192.0.2.1/segment.ts\n#EXT-X-ENDLIST\n' > "$1.mp4"; }
hostile_playlist_local_file() { printf '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n' > "$1.mp4"; }
hostile_playlist_key() { printf '#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="file:///etc/hostname"\n#EXTINF:10,\nconcat:/etc/passwd|/etc/group\n#EXT-X-ENDLIST\n' > "$1.ts"; }
hostile_manifest() { printf '<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><BaseURL>http://192.0.2.1/</BaseURL></MPD>\n' > "$1.mp4"; }
hostile_script_concat() { printf 'ffconcat version 1.0\nfile /etc/passwd\nfile http://192.0.2.1/a.mp4\n' > "$1.mp4"; }
hostile_session_description() { printf 'v=0\no=- 0 0 IN IP4 192.0.2.1\ns=x\nc=IN IP4 192.0.2.1\nt=0 0\nm=video 5004 RTP/AVP 96\n' > "$1.mp4"; }
hostile_playlist_pls() { printf '[playlist]\nFile1=http://192.0.2.1/a.mp4\nNumberOfEntries=1\n' > "$1.mp4"; }
hostile_playlist_asx() { printf '<?xml version="1.0"?><asx version="3.0"><entry><ref href="http://192.0.2.1/a.asf"/></entry></asx>' > "$1.asf"; }
hostile_svg() { printf '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>' > "$1.mp4"; }

hostile_sound_only() { ff -f lavfi -i sine=duration=2 -c:a aac "$1.mp4"; }
hostile_sound_with_cover() {
  ff -f lavfi -i testsrc2=size=320x180:duration=1 -frames:v 1 "$work/cover.png"
  ff -f lavfi -i sine=duration=2 -i "$work/cover.png" -map 0 -map 1 -c:a aac -c:v png -disposition:v attached_pic "$1.mp4"
}
hostile_subtitles_only() { printf '1\n00:00:00,000 --> 00:00:02,000\nNothing to see.\n' > "$work/only.srt"; ff -i "$work/only.srt" -c:s srt "$1.mkv"; }
hostile_one_pixel() { head -c 75 /dev/zero | ff -f rawvideo -pixel_format rgb24 -video_size 1x1 -framerate 25 -i - -c:v ffv1 -pix_fmt bgr0 "$1.mkv"; }

# The headers say 20,000 by 20,000.
hostile_huge_frame() {
  ff -f lavfi -i testsrc2=size=320x264:rate=25:duration=1 -c:v ffv1 "$1.mkv"
  write_at "$1.mkv" '\xb0\x82\x01\x40' '\xb0\x82\x4e\x20'
  write_at "$1.mkv" '\xba\x82\x01\x08' '\xba\x82\x4e\x20'
}
hostile_endless() { seed; cp "$work/fast.mp4" "$1.mp4"; bend "$1.mp4" mvhd 16 '\x7f\xff\xff\xff'; bend "$1.mp4" mdhd 16 '\x7f\xff\xff\xff'; bend "$1.mp4" tkhd 20 '\x7f\xff\xff\xff'; bend "$1.mp4" stts 12 '\x7f\xff\xff\xff'; }
hostile_endless_mkv() { seed; ff -itsoffset 0 -i "$work/seed.mp4" -an -c copy -bsf:v "setts=ts='if(gte(N,50),TS+20000000/TB/1000,TS)'" "$1.mkv"; }
hostile_lying_count() { seed; cp "$work/fast.mp4" "$1.mp4"; bend "$1.mp4" stsz 8 '\x7f\xff\xff\xff'; bend "$1.mp4" stts 8 '\x7f\xff\xff\xff'; }
hostile_lying_size() { seed; cp "$work/fast.mp4" "$1.mp4"; bend "$1.mp4" stsz 12 '\x7f\xff\xff\xf0\x7f\xff\xff\xf0\x7f\xff\xff\xf0\x7f\xff\xff\xf0'; }
hostile_lying_box() { { printf '\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2\x00\x00\x00\x01moov\x7f\xff\xff\xff\xff\xff\xff\xff'; bytes 5000; } > "$1.mp4"; }
hostile_nested_boxes() {
  { printf '\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2'
    local left; for left in $(seq 3000 -1 1); do printf "$(printf '\\x00\\x00\\x%02x\\x%02x' $((left * 8 >> 8 & 255)) $((left * 8 & 255)))moov"; done; } > "$1.mp4"
}
hostile_scrambled_picture() {
  seed; cp "$work/fast.mp4" "$1.mp4"
  local from; from=$(( $(LC_ALL=C grep -abo mdat "$1.mp4" | head -n 1 | cut -d: -f1) + 4 ))
  bytes $(($(stat -c %s "$1.mp4") - from)) | dd of="$1.mp4" bs=4096 seek="$from" oflag=seek_bytes conv=notrunc status=none
}
hostile_protected() {
  seed; ff -i "$work/seed.mp4" -c copy -encryption_scheme cenc-aes-ctr -encryption_key 00112233445566778899aabbccddeeff -encryption_kid 00112233445566778899aabbccddee00 "$1.mp4"
}
hostile_unknown_codec() { ff -f lavfi -i testsrc2=size=320x180:rate=25:duration=2 -c:v snow -strict -2 "$1.avi"; }
hostile_unknown_container() { ff -f lavfi -i testsrc2=size=320x180:rate=25:duration=2 -c:v wrapped_avframe -pix_fmt yuv420p -f yuv4mpegpipe "$1.mp4"; }

# A reference movie: its samples are in another file.
hostile_points_to_file() {
  seed; cp "$work/fast.mp4" "$1.mov"
  local at; at=$(( $(LC_ALL=C grep -abo 'url ' "$1.mov" | head -n 1 | cut -d: -f1) + 4 ))
  printf '\x00\x00\x00\x00' | dd of="$1.mov" bs=1 seek="$at" conv=notrunc status=none
  head -c $(( $(LC_ALL=C grep -abo mdat "$1.mov" | head -n 1 | cut -d: -f1) + 64 )) "$1.mov" > "$work/ref.mov" && mv "$work/ref.mov" "$1.mov"
}
hostile_nothing_but_header_frames() { seed; head -c 2000 "$work/fast.mp4" > "$work/h.mp4"; { cat "$work/h.mp4"; head -c 200000 /dev/zero; } > "$1.mp4"; }
