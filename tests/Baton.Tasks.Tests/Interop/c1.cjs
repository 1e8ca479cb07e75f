// C1, on the gRPC of @grpc/grpc-js: hands out tasks, checks every request by the table of the contract, and lets calls go wrong.
// Commands come on standard input, a JSON value a line; what happens goes to standard output in the same way.
const crypto = require('node:crypto');
const readline = require('node:readline');
const grpc = require('@grpc/grpc-js');
const { trouble } = require('./faults.cjs');
const wire = require('./wire.cjs');

wire.load(process.argv[2]);
const say = happened => process.stdout.write(`${JSON.stringify(happened)}\n`);
const violate = text => say({ event: 'violation', text });

const bytesOf = n => (n < 128 ? [Number(n)] : [(Number(n) & 127) | 128, ...bytesOf(Math.floor(Number(n) / 128))]);
const number = (field, n) => Buffer.from([...bytesOf(field * 8), ...bytesOf(n)]);
const bytes = (field, content) => Buffer.concat([Buffer.from([...bytesOf(field * 8 + 2), ...bytesOf(content.length)]), content]);
const duration = (field, ms) => bytes(field, Buffer.concat([number(1, Math.floor(ms / 1000)), number(2, (ms % 1000) * 1_000_000)]));
// Of a version that the connector does not know yet.
const FUTURE = Buffer.concat([number(1999, 7), bytes(2000, Buffer.from('tomorrow'))]);
const answer = (...parts) => Buffer.concat([...parts, FUTURE]);

const clientId = 'strict-otter-1@c1.example/node';
const keys = crypto.generateKeyPairSync('ed25519');
const clientSecret = `secret-token:c1.example:v1:${Buffer.from(JSON.stringify(keys.privateKey.export({ format: 'jwk' }))).toString('base64url')}`;

const tasks = new Map();
const tokens = new Set();
let waiting = [];
const free = () => [...tasks.values()].filter(t => !t.host && !t.finished);

function wake() {
  const all = waiting;
  waiting = [];
  all.forEach(go => go());
}

// What is wrong with a call apart from its messages.
function checkCall(call, name) {
  const header = key => call.metadata.get(key)[0];
  if (!tokens.has(header('authorization'))) return { code: grpc.status.UNAUTHENTICATED, details: 'the access token is not valid' };
  if (!(call.getDeadline() > Date.now() && call.getDeadline() < Infinity)) violate(`${name}: there is no time limit`);
  if (!/^strict-otter-1 baton-sdk\//.test(header('user-agent') ?? '')) violate(`${name}: user agent ${header('user-agent')}`);
  return null;
}

// Reads a request; what breaks a rule is refused.
function request(type, content, name) {
  const problems = [];
  let message;
  try {
    message = wire.read(`c1.connectorapi.baton.v1.BatonService${type}Request`, content, name, problems).values;
  } catch (e) {
    problems.push(e.message);
  }
  if (problems.length === 0) return message;
  problems.forEach(violate);
  throw Object.assign(new Error(problems[0]), { code: grpc.status.INVALID_ARGUMENT, details: problems[0] });
}

const notYours = { code: grpc.status.NOT_FOUND, details: 'the task is not yours, or ended before' };

const unary = {
  Hello({ host_id: host, task_id: id }) {
    if (!id) say({ event: 'hello', host });
    else if (tasks.get(id)?.host !== host || !tasks.get(id).hello) throw notYours;
    else finish(tasks.get(id), Buffer.alloc(0));
    return answer();
  },
  async GetTask({ host_id: host }, call) {
    const [task] = await take(call, host, 1, []);
    return answer(...(task ? [bytes(1, task.content)] : []), duration(2, task ? 0 : 50), duration(3, 1000));
  },
  async GetTasks({ host_id: host, page_size: size, known_task_ids: known = [] }, call) {
    const all = await take(call, host, Number(size), known);
    return answer(...all.map(task => bytes(1, task.content)), duration(2, 50), duration(3, 1000));
  },
  Heartbeat({ host_id: host, task_id: id }) {
    const task = tasks.get(id);
    // Who did not hear that the report arrived goes on.
    if (task?.finished && !task.unheard) violate(`heartbeat of ${id}, which ended before`);
    if (task?.host !== host) throw notYours;
    task.heartbeats++;
    return answer(duration(1, 1000));
  },
  FinishTask({ host_id: host, task_id: id, status, success }, { request: content }) {
    const task = tasks.get(id);
    if (success && status) violate(`${id} succeeded, with a status`);
    if (!success && !(Number(status?.values.code ?? 0n) in grpc.status && status.values.message)) violate(`${id} failed without a status and a text`);
    if (task?.finished?.equals(content)) return answer(); // its first answer got lost
    if (task?.finished) violate(`${id} ended twice, in different ways`);
    if (task?.host !== host || task.finished) throw notYours;
    finish(task, content);
    return answer();
  },
};

function finish(task, content) {
  task.finished = content;
  say({ event: 'finished', id: task.id, heartbeats: task.heartbeats, request: content.toString('base64') });
}

async function take(call, host, most, known) {
  for (const id of known) if (!tasks.has(id)) violate(`a poll knows ${id}, which was never given out`);
  if (free().length === 0) await new Promise(go => (waiting.push(go), setTimeout(go, 300)));
  const all = call.cancelled ? [] : free().slice(0, most); // nobody may be there any more to hear it
  all.forEach(task => (task.host = host));
  return all;
}

const method = name => async (call, done) => {
  try {
    const refusal = checkCall(call, name);
    if (refusal) return done(refusal);
    const message = request(name, call.request, name);
    const result = await unary[name](message, call);
    if (!trouble.lose(call)) done(null, result);
    else if (name === 'FinishTask') tasks.get(message.task_id).unheard = true;
  } catch (e) {
    done(e.code ? e : { code: grpc.status.INTERNAL, details: e.stack });
  }
};

function upload(call, done) {
  const refusal = checkCall(call, 'UploadAsset');
  if (refusal) return done(refusal);
  const pieces = [];
  let task, ended;
  call.on('data', content => {
    try {
      const { metadata, data, eof } = request('UploadAsset', content, 'UploadAsset');
      if (ended || !metadata === !task) violate('UploadAsset: the parts are in a wrong order');
      if (metadata) task = tasks.get(metadata.values.task_id);
      if (metadata && task?.host !== metadata.values.host_id) return done(notYours);
      if (task?.finished) violate(`an upload for ${task.id}, which ended before`);
      if (data) pieces.push(data.values.data);
      ended = eof?.values.sha256_checksum ?? ended;
      trouble.cut(call, pieces.reduce((sum, piece) => sum + piece.length, 0), done);
    } catch (e) {
      done(e.code ? e : { code: grpc.status.INTERNAL, details: e.stack });
    }
  });
  call.on('error', () => {}); // the line broke: the connector sends it again
  call.on('end', () => {
    const file = Buffer.concat(pieces);
    const last = pieces.pop();
    if (pieces.some(piece => piece.length !== 512 << 10) || last?.length > 512 << 10) violate('UploadAsset: pieces are not of 512 KiB');
    if (!ended || !crypto.createHash('sha256').update(file).digest().equals(ended)) return done({ code: grpc.status.DATA_LOSS, details: 'the hash does not match' });
    say({ event: 'uploaded', id: task.id, file: file.toString('base64') });
    if (!trouble.lose(call)) done(null, answer());
  });
}

// The token endpoint is on the same port.
function token(stream) {
  const parts = [];
  stream.on('data', part => parts.push(part));
  stream.on('end', () => {
    const form = new URLSearchParams(Buffer.concat(parts).toString());
    const [header, claims, signature] = (form.get('client_assertion') ?? '').split('.');
    const { iss, sub, aud, exp, nbf } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString() || '{}');
    const now = Date.now() / 1000;
    const valid = crypto.verify(null, Buffer.from(`${header}.${claims}`), keys.publicKey, Buffer.from(signature ?? '', 'base64url'))
      && iss === clientId && sub === clientId && aud === 'c1.example' && nbf <= now && now < exp
      && form.get('grant_type') === 'client_credentials' && form.get('client_id') === clientId;
    if (!valid) violate(`token: ${claims}`);
    const value = crypto.randomBytes(20).toString('hex');
    tokens.add(`Bearer ${value}`);
    stream.respond({ ':status': valid ? 200 : 401, 'content-type': 'application/json' });
    stream.end(valid ? JSON.stringify({ access_token: value, token_type: 'bearer', expires_in: 3600 }) : '');
  });
}

const asIs = content => content;
const shape = (name, requestStream) => ({
  path: `/c1.connectorapi.baton.v1.BatonService/${name}`, requestStream, responseStream: false,
  requestSerialize: asIs, requestDeserialize: asIs, responseSerialize: asIs, responseDeserialize: asIs,
});
const server = new grpc.Server();
server.addService(
  { ...Object.fromEntries(Object.keys(unary).map(name => [name, shape(name, false)])), UploadAsset: shape('UploadAsset', true) },
  { ...Object.fromEntries(Object.keys(unary).map(name => [name, method(name)])), UploadAsset: upload });
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  trouble.comesBefore(server, token, () => tokens.clear(), say);
  say({ event: 'ready', port, clientId, clientSecret });
});

readline.createInterface({ input: process.stdin }).on('line', line => {
  const { task, id, hello, fault } = JSON.parse(line);
  if (fault) return trouble.add(fault);
  tasks.set(id, { id, hello, content: Buffer.from(task, 'base64'), heartbeats: 0 });
  wake();
}).on('close', () => process.exit(0));
