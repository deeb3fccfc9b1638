#!/usr/bin/env bash
# Renders every kustomization and refuses what must never reach a cluster.
#   deploy/k8s/check.sh          check
#   deploy/k8s/check.sh DIR      check, and leave the rendered manifests in DIR
# Exit: 0 all well, 1 a manifest is wrong, 3 neither kubectl (1.21 or newer) nor kustomize is installed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if command -v kubectl >/dev/null; then render=(kubectl kustomize)
elif command -v kustomize >/dev/null; then render=(kustomize build)
else
  echo "check.sh needs kubectl or kustomize in PATH to render the manifests." >&2
  exit 3
fi

if [ $# -gt 0 ]; then out=$1; mkdir -p "$out"; else out=$(mktemp -d); trap 'rm -rf "$out"' EXIT; fi
wrong=0
refuse() { echo "WRONG  $*" >&2; wrong=$((wrong + 1)); }

for folder in base platform overlays/sample overlays/production; do
  file=$out/${folder//\//-}.yaml
  before=$wrong
  if ! "${render[@]}" "$here/$folder" >"$file" 2>"$file.err"; then
    refuse "$folder does not render: $(tail -n 1 "$file.err")"
    continue
  fi
  [ -s "$file.err" ] && refuse "$folder renders with a warning: $(head -n 1 "$file.err")"
  rm -f "$file.err"
  grep -q '^kind: Secret$' "$file" && refuse "$folder holds a Secret; secrets come by reference"
  grep -qE '^ *image: *[^:@]+$|^ *image: .*:latest$' "$file" && refuse "$folder names an image without a version"
  grep -qE '^ *privileged: true|^ *hostNetwork: true|^ *hostPath:' "$file" && refuse "$folder asks for the node itself"
  if [ "$folder" = platform ]; then
    [ "$wrong" -gt "$before" ] || echo "ok     $folder: $(grep -c '^kind: ' "$file") objects"
    continue
  fi
  pods=$(grep -c '^kind: Deployment$' "$file" || true)
  [ "$pods" -eq 4 ] || refuse "$folder has $pods Deployments, not the four services"
  for must in startupProbe livenessProbe readinessProbe 'readOnlyRootFilesystem: true' 'runAsNonRoot: true' \
      'type: RuntimeDefault' 'automountServiceAccountToken: false' 'allowPrivilegeEscalation: false'; do
    has=$(grep -cE "^ *(- )?${must}" "$file" || true)
    [ "$has" -ge "$pods" ] || refuse "$folder: '$must' $has times for $pods pods"
  done
  grep -q 'name: default-deny' "$file" || refuse "$folder has no default-deny policy"
  [ "$wrong" -gt "$before" ] || echo "ok     $folder: $(grep -c '^kind: ' "$file") objects"
done
[ "$wrong" -eq 0 ]
