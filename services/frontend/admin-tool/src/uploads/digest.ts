/** Base64 of the SHA-256 of some bytes, as S3's x-amz-checksum-sha256 wants it. */
export async function sha256(bytes: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return btoa(String.fromCharCode(...digest));
}
