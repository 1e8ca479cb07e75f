#!/usr/bin/env bash
# The operators' files: that they can be parsed, and fit together and to the program. What is not installed here (helm, docker) is not asked.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$repo"

problems=0
wrong() {
  printf '%s\n' "$*" >&2
  problems=$((problems + 1))
}
number() { sed -nE "s/.*$1[= ]+\"?([0-9]+)s?\"?.*/\1/p" "$2" | head -n 1; }

# The time that a stop may take is ten seconds more than what running tasks have.
kubernetes=deploy/kubernetes/connector.yaml unit=deploy/systemd/baton.service chart=deploy/helm/baton
(($(number terminationGracePeriodSeconds: "$kubernetes") == $(number --shutdown-grace "$kubernetes") + 10)) || wrong "$kubernetes: grace periods do not fit"
(($(number TimeoutStopSec "$unit") == $(number --shutdown-grace "$unit") + 10)) || wrong "$unit: grace periods do not fit"

# What is a flag there must be one of the program.
program="$(project_property samples/baton-unix TargetPath "-p:Configuration=$configuration")"
[[ -f "$program" ]] || dotnet build samples/baton-unix -c "$configuration" --nologo -v quiet </dev/null >/dev/null
known="$(dotnet exec "$program" --help; grep -hoE '(Text|Switch|Number|Duration|List)\("[a-z0-9-]+"' src/Runtime/Baton.Runtime/Cli/DefaultFlags.cs | sed -E 's/.*"(.*)"/--\1/')"
for flag in $(grep -hoE -- '--(provisioning|health-check[a-z-]*|shutdown-grace|file)' "$kubernetes" "$unit" $chart/templates/*.yaml deploy/sync.sh | sort -u); do
  grep -qE -- "$flag( |=|,|\$)" <<<"$known" || wrong "deploy/: the program has no flag $flag"
done

# What the program says in a case is what the documentation promises that it says: each part between the places that differ.
while IFS= read -r message; do
  while IFS= read -r part; do
    [[ -z "${part// /}" ]] || ((${#part} < 8)) || grep -rqF --include=*.cs -- "${part//\"/\\\"}" src/Runtime || wrong "docs/operating.md: nothing prints \"$part\""
  done < <(sed 's/…/\n/g' <<<"$message" | sed -E 's/^[":; ]+//; s/[": ]+$//')
done < <(sed -nE '/^## Troubleshooting/,$ s/^\| `([^`]*)`.*/\1/p' docs/operating.md)

# YAML, and rules for pods; values that a chart's templates name.
require_packages "reading YAML" python3 python3-yaml
"$(system_python)" - "$kubernetes" deploy/kubernetes/secret.yaml $chart <<'PYTHON' || problems=$((problems + 1))
import re, sys, pathlib, yaml

connector, secret, chart = sys.argv[1:]
problems = []
def need(condition, text):
    if not condition:
        problems.append(text)

documents = {d["kind"]: d for d in yaml.safe_load_all(open(connector))}
pod = documents["Deployment"]["spec"]["template"]["spec"]
container = pod["containers"][0]
environment = {e["name"]: e.get("value") for e in container["env"]}
mounts = {m["mountPath"]: m["name"] for m in container["volumeMounts"]}
volumes = {v["name"]: v for v in pod["volumes"]}
port = container["ports"][0]
need(container["securityContext"]["readOnlyRootFilesystem"] and not container["securityContext"]["allowPrivilegeEscalation"], "the root is not read-only, or privileges can grow")
need(pod["securityContext"]["runAsNonRoot"] and pod["securityContext"]["runAsUser"] > 0, "it runs as root")
need("emptyDir" in volumes[mounts[environment["BATON_TMPDIR"]]], "BATON_TMPDIR is no emptyDir")
need(all(container[p]["httpGet"]["port"] == port["name"] for p in ("startupProbe", "livenessProbe", "readinessProbe")), "a probe asks another port")
need(container["livenessProbe"]["httpGet"]["path"] == "/live" and container["readinessProbe"]["httpGet"]["path"] == "/ready", "a probe asks for another path")
need("--health-check" in container["args"] and "--health-check-bind-address=0.0.0.0" in container["args"], "probes are not answered")
labels = documents["Deployment"]["spec"]["template"]["metadata"]["labels"].items()
for kind, path in (("Deployment", ("selector", "matchLabels")), ("PodDisruptionBudget", ("selector", "matchLabels")), ("NetworkPolicy", ("podSelector", "matchLabels"))):
    need(documents[kind]["spec"][path[0]][path[1]].items() <= labels, f"{kind} selects other pods")
keys = yaml.safe_load(open(secret))
need(keys["metadata"]["name"] == container["envFrom"][0]["secretRef"]["name"], "the secret has another name")
need({"BATON_CLIENT_ID", "BATON_CLIENT_SECRET"} <= keys["stringData"].keys(), "the secret lacks a key")

values = yaml.safe_load(open(f"{chart}/values.yaml"))
need(yaml.safe_load(open(f"{chart}/Chart.yaml"))["apiVersion"] == "v2", "Chart.yaml is of another version")
named = set()
for template in pathlib.Path(chart, "templates").iterdir():
    text = template.read_text()
    opened, closed = len(re.findall(r"{{-? *(if|with|range|define)\b", text)), len(re.findall(r"{{-? *end\b", text))
    need(opened == closed, f"{template}: {opened} blocks, {closed} ends")
    need(text.count("{{") == text.count("}}"), f"{template}: braces do not match")
    for path in re.findall(r"\.Values((?:\.\w+)+)", text):
        at = values
        for part in path[1:].split("."):
            named.add(part)
            need(isinstance(at, dict) and part in at, f"{template}: values.yaml has no {path[1:]}")
            at = at.get(part, {}) if isinstance(at, dict) else {}
# The chart is the manifest with places for values: what holds there must be said here.
deployment = pathlib.Path(chart, "templates", "deployment.yaml").read_text()
for text in ("replicas: {{ .Values.replicas }}", "terminationGracePeriodSeconds: {{ add .Values.shutdownGraceSeconds 10 }}", "--shutdown-grace={{ .Values.shutdownGraceSeconds }}s",
             "runAsNonRoot: true", "readOnlyRootFilesystem: true", "allowPrivilegeEscalation: false", "capabilities: { drop: [ALL] }", "seccompProfile: { type: RuntimeDefault }",
             "emptyDir: { sizeLimit: {{ .Values.workDirectory.sizeLimit }} }", "mountPath: /var/lib/baton", "secretRef: { name: {{ include \"baton.secret\" . }} }",
             "--health-check-bind-address=0.0.0.0", "--health-check-port={{ .Values.health.port }}", "containerPort: {{ .Values.health.port }}"):
    need(text in deployment, f"{chart}: the deployment lacks {text}")
for probe, path in (("startupProbe", "/live"), ("livenessProbe", "/live"), ("readinessProbe", "/ready")):
    need(re.search(rf"{probe}:\n +httpGet: {{ path: {path}, port: health }}", deployment), f"{chart}: the {probe} does not ask {path}")
for key in values:
    need(key in named, f"values.yaml: no template names {key}")
for problem in problems:
    print("deploy/: " + problem, file=sys.stderr)
sys.exit(bool(problems))
PYTHON

if command -v systemd-analyze >/dev/null; then
  temporary_folder work
  # The program is not installed here; everything else must be right.
  sed "s|^ExecStart=[^ ]*|ExecStart=/bin/true|" "$unit" >"$work/baton.service"
  systemd-analyze verify "$work/baton.service" 2>"$work/log" || true
  ! grep -v 'not found, ignoring' "$work/log" | grep -F baton.service >&2 || wrong "$unit: see above"
fi

((problems == 0)) || fail "$problems kind(s) of problem in deploy/"
say "deploy/: manifests, chart, unit and script fit together; every message of docs/operating.md is one that is printed"
