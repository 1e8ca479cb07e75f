// What goes wrong with calls, on the level of HTTP/2: before the server of gRPC sees them, or after it did its work.
const waiting = []; // { method, kind, times, ... }
const lost = new Map(); // number of a call -> { stream, fault }
let calls = 0;

const GRPC = { ':status': 200, 'content-type': 'application/grpc' };
const INTERNAL_ERROR = 2;

function take(method) {
  const at = waiting.findIndex(fault => fault.method === method);
  if (at < 0) return null;
  const fault = waiting[at];
  if (--fault.times === 0) waiting.splice(at, 1);
  return fault;
}

// Each gets the stream, the script's line, and a function that lets the server have the call.
const kinds = {
  // Trailers only.
  status: (stream, { code }) => stream.respond({ ...GRPC, 'grpc-status': String(code), 'grpc-message': 'scripted%3A 100 %25' }, { endStream: true }),
  http: (stream, { code }) => (stream.respond({ ':status': code, 'content-type': 'text/html' }), stream.end('<html>not here</html>')),
  reset: (stream, { code }) => stream.close(code),
  destroy: stream => stream.session.destroy(),
  late: (_, { ms }, pass) => setTimeout(pass, ms),
  // The server goes, and still does this call.
  goaway: (stream, _, pass) => (pass(), stream.session.close()),
  // The server goes, and never looked at this call.
  'goaway before': stream => {
    const { session } = stream;
    session.goaway(0, Math.max(0, stream.id - 2));
    setTimeout(() => session.destroy(), 50);
  },
  // The connection breaks off in the middle of the answer.
  half: stream => {
    stream.respond(GRPC);
    stream.write(Buffer.from([0, 0, 0, 0, 20, 1, 2, 3]));
    setTimeout(() => stream.close(INTERNAL_ERROR), 20);
  },
  'no trailers': stream => (stream.respond(GRPC), stream.end(Buffer.from([0, 0, 0, 0, 0]))),
  expire: (_, __, pass, expireTokens) => (expireTokens(), pass()),
};

const trouble = {
  add: fault => waiting.push({ times: 1, ...fault }),

  // Puts itself in front of the server's own handler of streams.
  comesBefore(server, token, expireTokens, say) {
    const [http2] = server.http2Servers.keys();
    const handlers = http2.listeners('stream');
    http2.removeAllListeners('stream');
    http2.on('stream', (stream, headers) => {
      stream.on('error', () => {}); // the other side may hang up whenever it likes
      const path = headers[':path'];
      const method = path === '/auth/v1/token' ? 'token' : path.split('/')[2];
      const fault = take(method);
      if (fault) say({ event: 'fault', method, kind: fault.kind });
      const pass = () => {
        if (method === 'token') return token(stream);
        headers['x-call'] = String(++calls);
        if (fault) lost.set(headers['x-call'], { stream, fault });
        handlers.forEach(handler => handler.call(http2, stream, headers));
      };
      const kind = fault && kinds[fault.kind];
      if (kind) kind(stream, fault, pass, expireTokens);
      else pass();
    });
  },

  // The call had its effect, and its answer gets lost.
  lose(call) {
    const { stream, fault } = lost.get(call.metadata.get('x-call')[0]) ?? {};
    if (fault?.kind !== 'lose') return false;
    stream.close(INTERNAL_ERROR);
    return true;
  },

  // An upload ends after so many bytes: the connection breaks, or the server has had enough.
  cut(call, bytes, done) {
    const number = call.metadata.get('x-call')[0];
    const { stream, fault } = lost.get(number) ?? {};
    if (!fault?.after || bytes < fault.after) return;
    lost.delete(number);
    if (fault.kind === 'cut') stream.session.destroy();
    else if (fault.kind === 'reset upload') stream.close(INTERNAL_ERROR);
    else done({ code: fault.code, details: 'enough' });
  },
};

module.exports = { trouble };
