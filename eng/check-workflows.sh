#!/usr/bin/env bash
# The workflow files: that they are YAML, ask for no more rights than they need, name versions of what they use, and call scripts that exist.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$repo"

require_packages "reading YAML" python3 python3-yaml
"$(system_python)" - .github/workflows/*.yml <<'PYTHON'
import os, re, sys, yaml

problems = []
def need(condition, text):
    if not condition:
        problems.append(text)

# What only the job that publishes may do.
grants = {("release.yml", "publish"): {"contents": "write", "id-token": "write", "attestations": "write"}}
uses = re.compile(r"^([\w.-]+/[\w./-]+@(v\d+|[0-9a-f]{40})|\./\.github/workflows/[\w-]+\.yml)$")

for path in sys.argv[1:]:
    file = os.path.basename(path)
    document = yaml.safe_load(open(path))
    events = document.get("on", document.get(True))  # YAML 1.1 reads the key "on" as true
    need(isinstance(events, dict) and events, f"{file}: nothing starts it")
    need("pull_request_target" not in (events or {}), f"{file}: pull_request_target runs foreign code with our rights")
    need(document.get("name") == file[:-len(".yml")], f"{file}: its name is another")
    need(document.get("permissions") == {"contents": "read"}, f"{file}: jobs may do more than read")
    need("concurrency" in document, f"{file}: two runs of one commit get into each other's way")
    need(document.keys() <= {"name", "on", True, "permissions", "concurrency", "jobs", "env", "defaults"}, f"{file}: has a key that is none")
    jobs = document["jobs"]
    for name, job in jobs.items():
        at = f"{file}: {name}"
        need(set([job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])) <= jobs.keys(), f"{at} needs a job that is not there")
        need(job.get("permissions") == grants.get((file, name)), f"{at} has other rights than it should")
        if "uses" in job:
            need(uses.match(job["uses"]) and os.path.exists(job["uses"]), f"{at} calls {job['uses']}")
            called = yaml.safe_load(open(job["uses"]))
            inputs = ((called.get("on") or called.get(True))["workflow_call"] or {}).get("inputs", {})
            need(set(job.get("with", {})) == {key for key, value in inputs.items() if value.get("required")}, f"{at} gives other inputs than {job['uses']} wants")
            continue
        need("runs-on" in job, f"{at} runs nowhere")
        need(isinstance(job.get("timeout-minutes"), int), f"{at} may hang for hours")
        for number, step in enumerate(job["steps"], 1):
            step_at = f"{at}, step {number}"
            need(("uses" in step) != ("run" in step), f"{step_at} must either use or run something")
            if "uses" in step:
                need(uses.match(step["uses"]), f"{step_at}: {step['uses']} is not pinned to a version")
                if step["uses"].startswith("actions/checkout@"):
                    need(step.get("with", {}).get("persist-credentials") is False, f"{step_at} leaves its credentials behind")
                continue
            need("${{" not in step["run"], f"{step_at}: values go into scripts through env, not as text")
            for script in re.findall(r"\./((?:eng|\.ci)/[\w.-]+)", step["run"]):
                need(os.access(script, os.X_OK), f"{step_at}: {script} is no script")
for problem in problems:
    print(problem, file=sys.stderr)
sys.exit(bool(problems))
PYTHON
say "$(ls .github/workflows/*.yml | wc -l) workflows are in order"
