// Signs the reading of an object (AWS Signature Version 4).
import { createHash, createHmac } from 'node:crypto';

const sha256 = text => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

export function signed(address, { accessKey, secretKey, region }) {
  const at = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [at.slice(0, 8), region, 's3', 'aws4_request'];
  const headers = { host: address.host, 'x-amz-content-sha256': sha256(''), 'x-amz-date': at };
  const names = Object.keys(headers).join(';');
  const request = ['GET', address.pathname, '', ...Object.entries(headers).map(([name, value]) => `${name}:${value}`), '', names, sha256('')].join('\n');
  const key = scope.reduce(hmac, `AWS4${secretKey}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', at, scope.join('/'), sha256(request)].join('\n')).toString('hex');
  return { ...headers, authorization: `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope.join('/')}, SignedHeaders=${names}, Signature=${signature}` };
}
