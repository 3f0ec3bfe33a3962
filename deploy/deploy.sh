#!/usr/bin/env bash
# deploy.sh MANIFEST : brings the graph to the stack $STACK in three steps, the first time as every time:
#   the ground      databases, bus, buckets, secrets, the load balancer and the new migrator; services that run stay as they are
#   the migrator    to its end
#   the services    with the images of $TAG; a service whose new tasks do not become healthy rolls back
set -euo pipefail
manifest=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# By the names of the template's parameters.
overrides=(
  Vpc="${VPC_ID:?}"
  PrivateSubnets="${PRIVATE_SUBNETS:?}"
  PublicSubnets="${PUBLIC_SUBNETS:?}"
  ImageRepository="${IMAGE_REPOSITORY:?}"
  TaskTag="${TAG:?}"
  CertificateArn="${CERTIFICATE_ARN:?}"
  DoorName="${DOOR_NAME:?}"
  TrustedProxies="${TRUSTED_PROXIES:?}"
  CountryProxies="${COUNTRY_PROXIES:?}"
  CloudfrontKeyPairId="${CLOUDFRONT_KEY_PAIR_ID:?}"
  CloudfrontPrivateKey="${CLOUDFRONT_PRIVATE_KEY:?}"
  AlarmEmail="${ALARM_EMAIL:?}"
  Administrator="${ADMINISTRATOR:?}"
  PublicDomain="${PUBLIC_DOMAIN:?}"
  MailFrom="${MAIL_FROM:?}"
  SmtpUser="${SMTP_USER:?}"
  SmtpPassword="${SMTP_PASSWORD:?}"
)

template() { dotnet run --project "$here/Streamix.Deploy" -c Release -- "$@"; }

# update TEMPLATE [NAME=VALUE...]: a parameter that is not named keeps its value.
update() {
  local template=$1; shift
  aws cloudformation deploy --stack-name "${STACK:?}" --template-file "$template" --s3-bucket "${TEMPLATE_BUCKET:?}" \
    --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset --parameter-overrides "${overrides[@]}" "$@"
}

# Only a stack that is surely not there has no services to be kept.
deployed=()
if answer=$(aws cloudformation describe-stacks --stack-name "${STACK:?}" 2>&1 >/dev/null); then
  aws cloudformation get-template --stack-name "$STACK" --template-stage Original --query TemplateBody --output json > "$work/deployed.json"
  deployed=("$work/deployed.json")
elif [[ $answer != *"does not exist"* ]]; then
  echo "$answer" >&2
  exit 1
fi
template ground "$manifest" "$work/ground.json" "${deployed[@]}"
update "$work/ground.json"

"$here/migrate.sh" "$STACK"

kafka=$(aws cloudformation describe-stacks --stack-name "$STACK" --query "Stacks[0].Outputs[?OutputKey=='KafkaCluster'].OutputValue" --output text)
brokers=$(aws kafka get-bootstrap-brokers --cluster-arn "$kafka" --query BootstrapBrokerString --output text)
template template "$manifest" "$work/stack.json"
update "$work/stack.json" ImageTag="$TAG" KafkaBootstrap="$brokers"
