// Authorises playbacks at media-drm as the playback service does, by gRPC: streamix.media.keys.v1.Keys in keys.proto.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:http2';

const service = 'streaming-playback-context';

// A token for the licences of this asset.
export async function authorise(graph, assetId, tiers) {
  const [, grpc] = await graph.addresses('media-drm');
  const request = Buffer.concat([
    text(1, randomUUID()), text(2, randomUUID()), text(4, assetId), ...tiers.map(tier => text(5, tier)), bytes(6, seconds(Date.now() / 1000 + 600)), text(8, 'hdcp-2.2'),
  ]);
  const answer = await unary(grpc, '/streamix.media.keys.v1.Keys/Authorise', request, await serviceToken(graph));
  const { value: length, next } = varint(answer, 1);
  return answer.subarray(next, next + length).toString();
}

async function serviceToken(graph) {
  const answer = await fetch(new URL('/internal/tokens', await graph.address('auth-session')), {
    method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }),
    headers: { Authorization: `Basic ${Buffer.from(`${service}:${graph.secret(`${service}-client-secret`)}`).toString('base64')}` },
  });
  if (!answer.ok) throw new Error(`service token: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).access_token;
}

function unary(address, path, message, token) {
  const frame = Buffer.alloc(5);
  frame.writeUInt32BE(message.length, 1);
  return new Promise((done, failed) => {
    const session = connect(address).once('error', failed);
    const call = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers', 'streamix-service-token': token });
    const parts = [];
    let status = {};
    for (const event of ['response', 'trailers']) call.on(event, headers => { status = { ...status, ...headers }; });
    call.on('data', part => parts.push(part)).once('error', failed).once('end', () => {
      session.close();
      if (status['grpc-status'] === '0') done(Buffer.concat(parts).subarray(5));
      else failed(new Error(`${path}: ${status[':status']}, gRPC ${status['grpc-status']} ${status['grpc-message']}`));
    });
    call.end(Buffer.concat([frame, message]));
  });
}

const bytes = (field, value) => Buffer.concat([Buffer.from([field << 3 | 2]), number(value.length), value]);
const text = (field, value) => bytes(field, Buffer.from(value));
const seconds = value => Buffer.concat([Buffer.from([1 << 3]), number(Math.floor(value))]);

function number(value) {
  const digits = [];
  for (; value > 127; value = Math.floor(value / 128)) digits.push(value % 128 | 128);
  return Buffer.from([...digits, value]);
}

function varint(buffer, at) {
  let value = 0, shift = 1, digit;
  do { digit = buffer[at++]; value += (digit & 127) * shift; shift *= 128; } while (digit & 128);
  return { value, next: at };
}
