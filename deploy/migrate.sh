#!/usr/bin/env bash
# migrate.sh STACK : runs the stack's migrator as a task, to its end. Fails when the migrator does.
set -euo pipefail
stack=$1

resource() { aws cloudformation describe-stack-resource --stack-name "$stack" --logical-resource-id "$1" --query StackResourceDetail.PhysicalResourceId --output text; }

cluster=$(resource Cluster)
subnets=$(aws cloudformation describe-stacks --stack-name "$stack" --query "Stacks[0].Parameters[?ParameterKey=='PrivateSubnets'].ParameterValue" --output text)
task=$(aws ecs run-task --cluster "$cluster" --launch-type FARGATE --task-definition "$(resource InfraMigratorTask)" \
  --network-configuration "awsvpcConfiguration={subnets=[$subnets],securityGroups=[$(resource ServicesSecurityGroup)],assignPublicIp=DISABLED}" \
  --query 'tasks[0].taskArn' --output text)
[ "$task" != None ] || { echo "ECS started no migrator." >&2; exit 1; }
echo "Migrating ($task)"
aws ecs wait tasks-stopped --cluster "$cluster" --tasks "$task"
read -r code reason < <(aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query 'tasks[0].[containers[0].exitCode, stoppedReason]' --output text)
[ "$code" = 0 ] || { echo "The migrator ended with exit code $code ($reason); the services stay as they are." >&2; exit 1; }
