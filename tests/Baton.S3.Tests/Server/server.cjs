'use strict';
// s3rver, another implementation of S3's protocol, which keeps objects in a folder. Around it: what S3 has and s3rver has not, which is signatures
// of version 4 and conditions; tokens for roles, a record of the requests, and mishaps on demand.
const { createHash, createHmac } = require('crypto');
const http = require('http');
const S3rver = require('s3rver');
const Account = require('s3rver/lib/models/account');

const [directory, port] = process.argv.slice(2);
const bucket = 'baton';
const store = new S3rver({ directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] });
Account.DUMMY_ACCOUNT.createKeyPair('ASIAROLE', 'role secret');

let mishap = '';
let requests = [];

const error = (res, status, code) => {
  res.writeHead(status, { 'content-type': 'application/xml' });
  res.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code} it is</Message></Error>`);
};

// Whether the request is signed as version 4 of AWS's signatures wants it; of an unknown key s3rver itself complains.
function isSigned(req) {
  const given = /Credential=([^/]+)\/(\d+)\/([^/]+)\/([^/]+)\/aws4_request, *SignedHeaders=([^,]+), *Signature=([0-9a-f]+)/.exec(req.headers.authorization ?? '');
  if (!given) return false;
  const [, id, date, region, service, names, signature] = given;
  const secret = Account.registry.get(id)?.accessKeys.get(id);
  if (secret === undefined) return true;
  const [path, query = ''] = req.url.split('?');
  const canonical = [
    req.method,
    path,
    query.split('&').filter(Boolean).map((pair) => (pair.includes('=') ? pair : `${pair}=`)).sort().join('&'),
    ...names.split(';').map((name) => `${name}:${String(req.headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    names,
    req.headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', req.headers['x-amz-date'], scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce((k, part) => createHmac('sha256', k).update(part).digest(), `AWS4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex') === signature;
}

const etag = async (key) => {
  if (!(await store.store.existsObject(bucket, key))) return undefined;
  return (await store.store.getMetadata(bucket, key)).etag ?? null;
};

const changeBehindBack = (key) =>
  store.store.putObject({ bucket, key, content: require('stream').Readable.from(['somebody else was here']), metadata: {} });

// What S3 answers when the object is not as the request expects; undefined when it is.
async function refused(req, key) {
  const match = req.headers['if-match'], noneMatch = req.headers['if-none-match'];
  if (match === undefined && noneMatch === undefined) return undefined;
  if (mishap === 'no-conditions') return [501, 'NotImplemented'];
  if (mishap === 'race') {
    mishap = '';
    await changeBehindBack(key);
  }
  const there = await etag(key);
  if (noneMatch === '*' && there !== undefined) return [412, 'PreconditionFailed'];
  if (match !== undefined && there === undefined) return [404, 'NoSuchKey'];
  return match !== undefined && match !== there ? [412, 'PreconditionFailed'] : undefined;
}

function assumeRole(req, res) {
  let body = '';
  req.on('data', (chunk) => (body += chunk));
  req.on('end', () => {
    const form = new URLSearchParams(body);
    if (form.get('Action') !== 'AssumeRoleWithWebIdentity' || form.get('WebIdentityToken') !== 'token of the pod') return error(res, 403, 'AccessDenied');
    res.writeHead(200, { 'content-type': 'text/xml' });
    res.end(`<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>
      <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>role secret</SecretAccessKey><SessionToken>session</SessionToken>
      <Expiration>${new Date(Date.now() + 3600e3).toISOString()}</Expiration></Credentials>
      <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/r/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser>
      </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`);
  });
}

// Ends the answer in the middle of the object, once.
function cut(res) {
  mishap = '';
  let left = 100_000;
  const write = res.write.bind(res);
  res.write = (chunk, ...rest) => {
    if (left <= 0) return false;
    left -= chunk.length;
    const result = write(chunk, ...rest);
    if (left <= 0) setImmediate(() => res.destroy());
    return result;
  };
}

async function handle(req, res, next) {
  const url = new URL(req.url, 'http://localhost');
  const key = decodeURIComponent(url.pathname).split('/').slice(2).join('/');
  const part = url.searchParams.get('partNumber');
  requests.push({ method: req.method, query: url.search, headers: req.headers });
  if (req.method === 'POST' && url.pathname === '/') return assumeRole(req, res);
  if (!isSigned(req)) return error(res, 403, 'SignatureDoesNotMatch');
  if (mishap.startsWith('answer ')) return error(res, ...mishap.split(' ').slice(1).map((word, i) => (i === 0 ? Number(word) : word)));
  if (mishap === 'website') return res.end('<!doctype html><p>Welcome');
  if (mishap === 'die' && (part === '2' || (req.method === 'PUT' && part === null))) process.exit(1);
  if (mishap === 'cut' && req.method === 'GET') cut(res);
  const writes = (req.method === 'PUT' && part === null) || (req.method === 'POST' && url.searchParams.has('uploadId'));
  if (!writes) return next(req, res);
  const refusal = await refused(req, key);
  if (refusal) {
    req.resume();
    return error(res, ...refusal);
  }
  if (mishap === 'lose-answer') {
    mishap = '';
    res.end = () => res.destroy();
  }
  next(req, res);
}

store.configureBuckets().then(() => {
  const next = store.callback();
  const server = http.createServer((req, res) => {
    const url = new URL(req.url, 'http://localhost');
    if (url.pathname === '/-/mishap') {
      mishap = url.searchParams.get('name');
      return res.end();
    }
    if (url.pathname === '/-/requests') {
      res.end(JSON.stringify(requests));
      requests = [];
      return undefined;
    }
    return handle(req, res, next).catch((e) => error(res, 500, `Test${e.name}`));
  });
  server.listen(Number(port), '127.0.0.1', () => console.log(`listening ${server.address().port}`));
});

process.stdin.resume().on('end', () => process.exit(0)); // whoever started it went away
