#!/usr/bin/env bash
# images.sh MANIFEST REGISTRY TAG : builds the image of each project of the graph into ECR. One that is there already stays: tags are immutable,
# and the same tag is the same source.
set -euo pipefail
manifest=$1 registry=$2 tag=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

images=$(dotnet run --project "$here/Streamix.Deploy" -c Release -- images "$manifest")
while read -r name project; do
  if aws ecr describe-images --repository-name "streamix/$name" --image-ids "imageTag=$tag" >/dev/null 2>&1; then
    echo "$name:$tag is there"
    continue
  fi
  aws ecr describe-repositories --repository-names "streamix/$name" >/dev/null 2>&1 \
    || aws ecr create-repository --repository-name "streamix/$name" --image-scanning-configuration scanOnPush=true --image-tag-mutability IMMUTABLE >/dev/null
  dotnet publish "$here/$project" -c Release -r linux-x64 -p:PublishReadyToRun=true -t:PublishContainer \
    -p:ContainerRegistry="$registry" -p:ContainerRepository="streamix/$name" -p:ContainerImageTag="$tag" -p:ContainerFamily=noble-chiseled-extra </dev/null
done <<<"$images"
