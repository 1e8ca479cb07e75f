// A SCIM server for trying the connector and for its tests: the protocol is scimmy's, the data a Map. It prints its port, and ends with its input.
//   node server.cjs [users]      with NODE_PATH at a folder that has scimmy-routers
const express = require("express");
const scimmy = require("scimmy");
const routers = require("scimmy-routers");
const SCIMMY = scimmy.default ?? scimmy;
const SCIMMYRouters = routers.default ?? routers;

const token = "scim-token";
const client = { id: "client:1", secret: "client secret" };
const issued = new Set([token]);
const users = new Map(), groups = new Map();
let last = 0;
const key = () => `id-${String(++last).padStart(6, "0")}`;
const calls = [];

// Users without what nobody may see, groups as they are. Each change is a new version.
function keep(store, prepare = (value) => value) {
  return {
    ingress: (resource, data) => {
      const id = resource.id ?? key();
      if (resource.id !== undefined && !store.has(id)) throw new SCIMMY.Types.Error(404, null, `Resource ${id} not found`);
      const before = store.get(id);
      const now = { ...JSON.parse(JSON.stringify(prepare(data, id))), id };
      now.meta = { created: before?.meta.created ?? "2024-05-06T07:08:09Z", lastModified: "2024-05-06T07:08:09Z", version: `W/"${(before?.version ?? 0) + 1}"` };
      // Never shown, so not among what can be enumerated.
      store.set(id, { ...now, password: data.password ?? before?.password, version: (before?.version ?? 0) + 1 });
      return now;
    },
    egress: (resource) => {
      const shown = ({ version, password, ...rest }) => rest;
      if (resource.id !== undefined) {
        if (!store.has(resource.id)) throw new SCIMMY.Types.Error(404, null, `Resource ${resource.id} not found`);
        return shown(store.get(resource.id));
      }
      const all = [...store.values()].map(shown);
      return resource.filter ? resource.filter.match(all) : all;
    },
    degress: (resource) => {
      if (!store.delete(resource.id)) throw new SCIMMY.Types.Error(404, null, `Resource ${resource.id} not found`);
    },
  };
}

function declare(Resource, store, prepare) {
  const { ingress, egress, degress } = keep(store, prepare);
  SCIMMY.Resources.declare(Resource).ingress(ingress).egress(egress).degress(degress);
}

declare(SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false), users, (user, id) => {
  for (const other of users.values())
    if (other.id !== id && other.userName === user.userName) throw new SCIMMY.Types.Error(409, "uniqueness", `userName ${user.userName} is taken`);
  return user;
});
declare(SCIMMY.Resources.Group, groups);

for (let i = 1; i <= Number(process.argv[2] ?? 0); i++) {
  const id = key();
  users.set(id, {
    id, version: 1, schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: `user${i}`, displayName: `User ${i}`, active: i % 10 !== 0,
    name: { givenName: "User", familyName: String(i) }, emails: [{ value: `user${i}@example.test`, type: "work", primary: true }],
    roles: i % 3 === 0 ? [{ value: "auditor", display: "Auditor" }] : [], entitlements: i % 5 === 0 ? [{ value: "license/pro", display: "Pro" }] : [],
    meta: { created: "2024-05-06T07:08:09Z", lastModified: "2024-05-06T07:08:09Z", version: 'W/"1"' },
  });
}
const ids = [...users.keys()];
for (const [name, members] of [["Everyone", ids.map((value) => ({ value }))], ["Few", ids.slice(0, 3).map((value) => ({ value, type: "User" }))], ["Empty", []]]) {
  const id = key();
  groups.set(id, { id, version: 1, displayName: name, members, meta: { created: "2024-05-06T07:08:09Z", lastModified: "2024-05-06T07:08:09Z", version: 'W/"1"' } });
}
const few = [...groups.values()][1], outer = key();
groups.set(outer, { id: outer, version: 1, displayName: "Outer", members: [{ value: few.id, type: "Group" }], meta: few.meta });

const app = express();
app.use((request, response, next) => {
  calls.push(`${request.method} ${request.originalUrl}`);
  next();
});
app.post("/oauth/token", express.urlencoded({ extended: false }), (request, response) => {
  const [id, secret] = Buffer.from((request.headers.authorization ?? "").replace("Basic ", ""), "base64").toString().split(":").map(decodeURIComponent);
  if (id !== client.id || secret !== client.secret || request.body.grant_type !== "client_credentials")
    return response.status(401).json({ error: "invalid_client" });
  const fresh = `issued-${issued.size}`;
  issued.add(fresh);
  response.json({ access_token: fresh, token_type: "Bearer", expires_in: 3600, scope: request.body.scope });
});
// For tests: what was asked, and the end of all tokens but the fixed one.
app.get("/calls", (request, response) => response.json(calls.splice(0)));
app.post("/withdraw", (request, response) => {
  issued.clear();
  issued.add(token);
  response.end();
});
app.get("/passwords/:id", (request, response) => response.json(users.get(request.params.id)?.password ?? null));
// A server that does not know PATCH, and one that answers it with success and does nothing.
app.patch(/^\/put\/scim\//, (request, response) => response.status(501).json({ schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: "501", detail: "no PATCH here" }));
app.patch(/^\/deaf\/scim\//, (request, response) => response.status(204).end());
const scim = new SCIMMYRouters({
  type: "bearer",
  baseUri: (request) => `http://${request.headers.host}`,
  handler: (request) => {
    if (!issued.has((request.headers.authorization ?? "").replace("Bearer ", ""))) throw new Error("The token is not one of ours");
    return "tester";
  },
});
for (const kind of ["", "/put", "/deaf"]) app.use(`${kind}/scim/v2`, scim);

const server = app.listen(0, "127.0.0.1", () => console.log(`port ${server.address().port}`));
process.stdin.on("end", () => process.exit(0)).resume();
