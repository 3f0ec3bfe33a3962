#!/usr/bin/env bash
# Copies chosen pictures of the last tour (tests/browser/tour.mjs) to docs/pictures, small enough for the README: eng/scripts/pictures.sh [NAME…]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

from=${STREAMIX_SCREENS:-.streamix/artifacts/screens}
to=docs/pictures
most=$((200 * 1024))
names=("$@")
[ $# -gt 0 ] || names=(web-home web-player web-search admin-overview admin-title admin-quality)

mkdir -p "$to"
for name in "${names[@]}"; do
  if [ ! -f "$from/$name.png" ]; then echo "there is no $from/$name.png" >&2; continue; fi
  for quality in 3 5 8 12 18; do
    ffmpeg -nostdin -v error -y -i "$from/$name.png" -vf "scale='min(1280,iw)':-2" -frames:v 1 -update 1 -pix_fmt yuvj420p -q:v "$quality" -map_metadata -1 "$to/$name.jpg"
    [ "$(wc -c <"$to/$name.jpg")" -gt "$most" ] || break
  done
  echo "$to/$name.jpg: $(wc -c <"$to/$name.jpg") bytes"
done
