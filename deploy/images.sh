#!/usr/bin/env bash
# images.sh MANIFEST REGISTRY TAG : builds the image of each project of the graph into ECR. One that is there already stays: tags are immutable,
# and the same tag is the same source. A project that needs more than .NET stands on the image of bases/NAME.Dockerfile.
set -euo pipefail
manifest=$1 registry=$2 tag=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

is_there() { aws ecr describe-images --repository-name "$1" --image-ids "imageTag=$tag" >/dev/null 2>&1; }

ensure_repository() {
  aws ecr describe-repositories --repository-names "$1" >/dev/null 2>&1 \
    || aws ecr create-repository --repository-name "$1" --image-scanning-configuration scanOnPush=true --image-tag-mutability IMMUTABLE >/dev/null
}

# Says what the project is told of its base.
base_of() {
  local name=$1 repository=streamix/$1-base
  [ -f "$here/bases/$name.Dockerfile" ] || { echo "-p:ContainerFamily=noble-chiseled-extra"; return; }
  if ! is_there "$repository"; then
    ensure_repository "$repository"
    docker build --platform linux/amd64 -t "$registry/$repository:$tag" - <"$here/bases/$name.Dockerfile" >&2
    docker push "$registry/$repository:$tag" >&2
  fi
  echo "-p:ContainerBaseImage=$registry/$repository:$tag"
}

# The apps, which the images of their pages take with them.
build_apps() {
  [ -z "$apps" ] || return 0
  (cd "$here/$(dirname "$1")/.." && npm ci --ignore-scripts --no-audit --no-fund && npm run build) </dev/null
  apps=built
}

apps=""
images=$(dotnet run --project "$here/Streamix.Deploy" -c Release -- images "$manifest")
while read -r name project; do
  if is_there "streamix/$name"; then
    echo "$name:$tag is there"
    continue
  fi
  ensure_repository "streamix/$name"
  case "$project" in */Streamix.Frontend.Pages.csproj) build_apps "$project" ;; esac
  base=$(base_of "$name" </dev/null)
  dotnet publish "$here/$project" -c Release -r linux-x64 -p:PublishReadyToRun=true -t:PublishContainer \
    -p:ContainerRegistry="$registry" -p:ContainerRepository="streamix/$name" -p:ContainerImageTag="$tag" "$base" </dev/null
done <<<"$images"
