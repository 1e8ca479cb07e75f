// A gRPC server of another make. What it does is chosen by the header "authorization"; messages are bytes to it.
const crypto = require('node:crypto');
const grpc = require('@grpc/grpc-js');

const asIs = bytes => bytes;
const method = (name, requestStream) => ({
  path: `/c1.connectorapi.baton.v1.BatonService/${name}`,
  requestStream,
  responseStream: false,
  requestSerialize: asIs,
  requestDeserialize: asIs,
  responseSerialize: asIs,
  responseDeserialize: asIs,
});

const field = (number, bytes) => Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
const seconds = n => field(2, Buffer.from([8, n])); // GetTaskResponse.next_poll

function failure(code, details) {
  const metadata = new grpc.Metadata();
  // google.rpc.Status { code: 9, message: "m", details: [ Any { type_url: "t/x" } ] }
  const any = field(1, Buffer.from('t/x'));
  metadata.set('grpc-status-details-bin', Buffer.concat([Buffer.from([8, 9]), field(2, Buffer.from('m')), field(3, any)]));
  return { code, details, metadata };
}

function getTask(call, done) {
  const wish = call.metadata.get('authorization')[0];
  switch (wish) {
    case 'status':
      return done(failure(grpc.status.NOT_FOUND, 'not here: € 100 %'));
    case 'deadline':
      return done(null, seconds(Math.round((call.getDeadline() - Date.now()) / 1000)));
    case 'large':
      return done(null, Buffer.alloc((4 << 20) + 1));
    case 'throw':
      throw new Error('a bug in the server');
    case 'silent':
      call.on('cancelled', () => console.log('cancelled'));
      return console.log('asked');
    case 'drain':
      done(null, seconds(1));
      return server.drain(`127.0.0.1:${port}`, 50);
    default:
      return done(null, seconds(7));
  }
}

function upload(call, done) {
  const hash = crypto.createHash('sha256');
  const refuse = call.metadata.get('authorization')[0] === 'refuse';
  if (refuse) return done({ code: grpc.status.PERMISSION_DENIED, details: 'no more' });
  call.on('data', bytes => hash.update(bytes));
  call.on('end', () => done(null, field(1, field(1, Buffer.from(hash.digest('hex'))))));
}

let port;
const server = new grpc.Server({ 'grpc.max_receive_message_length': -1 });
server.addService({ getTask: method('GetTask', false), upload: method('UploadAsset', true) }, { getTask, upload });
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) => {
  if (error) throw error;
  port = bound;
  console.log(`port ${bound}`);
});
process.stdin.resume().on('end', () => process.exit(0));
