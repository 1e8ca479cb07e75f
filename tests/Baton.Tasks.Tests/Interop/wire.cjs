// Reads and checks messages by the table of the contract alone.
const fs = require('node:fs');

// What the table refers to, and others lay down.
const FOREIGN = `
field google.protobuf.Any 1 type_url - string
field google.protobuf.Any 2 value - bytes
field google.protobuf.Timestamp 1 seconds - int64
field google.protobuf.Timestamp 2 nanos - int32
field google.protobuf.Duration 1 seconds - int64
field google.protobuf.Duration 2 nanos - int32
field google.protobuf.BoolValue 1 value - bool
field google.protobuf.FloatValue 1 value - float
field google.protobuf.Struct 1 fields map map<string,google.protobuf.Value>
field google.protobuf.ListValue 1 values repeated google.protobuf.Value
value google.protobuf.NullValue 0 NULL_VALUE
field google.protobuf.Value 1 null_value - google.protobuf.NullValue
field google.protobuf.Value 2 number_value - double
field google.protobuf.Value 3 string_value - string
field google.protobuf.Value 4 bool_value - bool
field google.protobuf.Value 5 struct_value - google.protobuf.Struct
field google.protobuf.Value 6 list_value - google.protobuf.ListValue
field google.rpc.Status 1 code - int32
field google.rpc.Status 2 message - string
field google.rpc.Status 3 details repeated google.protobuf.Any`;

const messages = new Map(); // name -> { fields: Map(number -> field), oneofs: [] }
const enums = new Map(); // name -> Set of numbers

const message = name => messages.get(name) ?? messages.set(name, { fields: new Map(), oneofs: [] }).get(name);

function add(kind, owner, number, name, label, type, oneof = '', rules = '') {
  if (kind === 'message') message(owner);
  if (kind === 'field') message(owner).fields.set(Number(number), { name, label, type, oneof, rules: rules.split('; ').filter(Boolean).map(rule) });
  if (kind === 'oneof-required') message(owner).oneofs.push(name);
  if (kind === 'value') (enums.get(owner) ?? enums.set(owner, new Set()).get(owner)).add(BigInt(number));
}

function rule(text) {
  const at = text.indexOf('=');
  return { text, name: text.slice(0, at), argument: text.slice(at + 1) };
}

function load(path) {
  for (const line of fs.readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) add(...line.split('\t').slice(1));
  for (const line of FOREIGN.trim().split('\n')) add(...line.split(' '));
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  take(length) {
    if (this.at + length > this.bytes.length) throw new Error('a message is cut off');
    return this.bytes.subarray(this.at, (this.at += length));
  }

  varint() {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.take(1)[0];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw new Error('a number has no end');
  }

  get more() {
    return this.at < this.bytes.length;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const VARINTS = { bool: 64, int32: 64, int64: 64, uint32: 32, uint64: 64 };
const FIXED = { double: 8, fixed64: 8, float: 4 };
const wireTypeOf = type => (type in VARINTS || enums.has(type) ? 0 : FIXED[type] === 8 ? 1 : FIXED[type] === 4 ? 5 : 2);

function readValue(reader, type, path, problems) {
  switch (wireTypeOf(type)) {
    case 0: {
      const value = reader.varint();
      return type.startsWith('int') || enums.has(type) ? BigInt.asIntN(64, value) : BigInt.asUintN(VARINTS[type], value);
    }
    case 1:
      return type === 'double' ? reader.take(8).readDoubleLE() : reader.take(8).readBigUInt64LE();
    case 5:
      return reader.take(4).readFloatLE();
    default: {
      const bytes = reader.take(Number(reader.varint()));
      if (type === 'bytes') return bytes;
      return type === 'string' ? utf8.decode(bytes) : read(type, bytes, path, problems);
    }
  }
}

// { type, values: { name: value, list, or map as a list of [key, value] } }; what is wrong with it is added to the problems.
function read(type, bytes, path = type, problems = []) {
  const { fields, oneofs } = message(type);
  const values = {};
  const reader = new Reader(bytes);
  while (reader.more) {
    const tag = Number(reader.varint());
    const field = fields.get(tag >>> 3);
    if (!field) throw new Error(`${path}: there is no field ${tag >>> 3}`);
    const inner = `${path}.${field.name}`;
    const packed = field.label === 'repeated' && (tag & 7) === 2 && wireTypeOf(field.type) !== 2;
    const map = /^map<(.*),(.*)>$/.exec(field.type);
    if (!packed && (tag & 7) !== (map ? 2 : wireTypeOf(field.type))) throw new Error(`${inner}: the wire type is ${tag & 7}`);
    if (packed) {
      const all = new Reader(reader.take(Number(reader.varint())));
      while (all.more) (values[field.name] ??= []).push(readValue(all, field.type, inner, problems));
    } else if (map) {
      (values[field.name] ??= []).push(readEntry(reader.take(Number(reader.varint())), map[1], map[2], inner, problems));
    } else {
      const value = readValue(reader, field.type, inner, problems);
      if (field.label === 'repeated') (values[field.name] ??= []).push(value);
      else values[field.name] = value;
      if (field.oneof) for (const other of fields.values()) if (other.oneof === field.oneof && other !== field) delete values[other.name];
    }
  }
  for (const oneof of oneofs)
    if (![...fields.values()].some(f => f.oneof === oneof && f.name in values)) problems.push(`${path}: nothing of ${oneof} is set`);
  for (const field of fields.values()) checkField(field, values[field.name], `${path}.${field.name}`, problems);
  if (type === 'google.protobuf.Any') open(values, path, problems);
  return { type, values };
}

function readEntry(bytes, keyType, valueType, path, problems) {
  const reader = new Reader(bytes);
  const entry = [keyType === 'string' ? '' : 0n, undefined];
  while (reader.more) {
    const which = Number(reader.varint()) >>> 3;
    entry[which - 1] = readValue(reader, which === 1 ? keyType : valueType, path, problems);
  }
  return entry;
}

const PREFIX = 'type.googleapis.com/';

// Types that the contract does not know are the connector's own affair.
function open({ type_url: url = '', value = Buffer.alloc(0) }, path, problems) {
  if (!url.startsWith(PREFIX)) problems.push(`${path}: the type url is "${url}"`);
  else if (messages.has(url.slice(PREFIX.length))) read(url.slice(PREFIX.length), value, `${path}(${url.slice(PREFIX.length)})`, problems);
}

function checkField({ type, label, oneof, rules }, value, path, problems) {
  if (rules.length === 0) return;
  const map = /^map</.test(type);
  const isMessage = messages.has(type) && !map && label !== 'repeated';
  if (rules.some(r => r.text === 'message.required=true') && value === undefined) problems.push(`${path}: is required`);
  if (value === undefined && (isMessage || oneof || label === 'optional')) return;
  const actual = value ?? (label === 'repeated' || map ? [] : type === 'string' ? '' : type === 'bytes' ? Buffer.alloc(0) : 0n);
  if (rules.some(r => r.name.endsWith('.ignore_empty') && r.argument === 'true') && (actual === '' || actual === 0n)) return;
  for (const { name, argument, text } of rules) {
    if (name === 'message.required' || name.endsWith('.ignore_empty')) continue;
    const [prefix, each] = name.startsWith('repeated.items.')
      ? ['repeated.items.', actual]
      : name.startsWith('map.keys.')
        ? ['map.keys.', actual.map(entry => entry[0])]
        : name.startsWith('map.values.')
          ? ['map.values.', actual.map(entry => entry[1])]
          : ['', [actual]];
    if (!each.every(item => holds(name.slice(prefix.length), argument, item, type))) problems.push(`${path}: breaks ${text}`);
  }
}

function holds(name, argument, value, type) {
  switch (name) {
    case 'string.min_len': return [...value].length >= argument;
    case 'string.max_len': return [...value].length <= argument;
    case 'string.min_bytes': return Buffer.byteLength(value) >= argument;
    case 'string.max_bytes': return Buffer.byteLength(value) <= argument;
    case 'string.pattern': return new RegExp(argument, 'u').test(value);
    case 'string.prefix': return value.startsWith(argument);
    case 'string.in': return argument.split('|').includes(value);
    case 'string.uri': return URL.canParse(value);
    case 'string.email': return /^[^@\s]+@[^@\s]+$/.test(value);
    case 'bytes.len': return value.length === Number(argument);
    case 'bytes.min_len': return value.length >= argument;
    case 'bytes.max_len': return value.length <= argument;
    case 'repeated.min_items': case 'map.min_pairs': return value.length >= argument;
    case 'repeated.max_items': case 'map.max_pairs': return value.length <= argument;
    case 'repeated.unique': return new Set(value.map(String)).size === value.length;
    case 'enum.defined_only': return enums.get(type).has(value);
    case 'duration.lte.seconds': return (value.values.seconds ?? 0n) <= BigInt(argument);
    case 'uint32.lte': case 'int32.lte': case 'int64.lte': case 'uint64.lte': return value <= BigInt(argument);
    case 'uint32.gte': case 'int32.gte': case 'int64.gte': case 'uint64.gte': return value >= BigInt(argument);
    case 'uint32.gt': return value > BigInt(argument);
    default: throw new Error(`the rule ${name} is not known`);
  }
}

module.exports = { load, read };
