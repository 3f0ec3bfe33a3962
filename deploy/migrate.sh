#!/usr/bin/env bash
# migrate.sh STACK IMAGE_REPOSITORY TAG : run the new migrator as a one-off task and wait for it. Does nothing before the first deployment.
set -euo pipefail
stack=$1 repository=$2 tag=$3

resource() { aws cloudformation describe-stack-resource --stack-name "$stack" --logical-resource-id "$1" --query StackResourceDetail.PhysicalResourceId --output text; }

if ! aws cloudformation describe-stacks --stack-name "$stack" >/dev/null 2>&1; then
  echo "There is no stack $stack yet; its first deployment makes it, run the migrator then."
  exit 0
fi

cluster=$(resource Cluster)
current=$(resource InfraMigratorTask)
next=$(aws ecs describe-task-definition --task-definition "$current" --query taskDefinition --output json \
  | node -e '
    const task = JSON.parse(require("fs").readFileSync(0));
    for (const key of ["taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy"]) delete task[key];
    task.containerDefinitions[0].image = process.argv[1];
    console.log(JSON.stringify(task));' "$repository/infra-migrator:$tag")
definition=$(aws ecs register-task-definition --cli-input-json "$next" --query taskDefinition.taskDefinitionArn --output text)
network=$(aws ecs describe-services --cluster "$cluster" --services infra-gateway --query 'services[0].networkConfiguration' --output json)
task=$(aws ecs run-task --cluster "$cluster" --launch-type FARGATE --task-definition "$definition" --network-configuration "$network" --query 'tasks[0].taskArn' --output text)
echo "Migrating ($task)"
aws ecs wait tasks-stopped --cluster "$cluster" --tasks "$task"
code=$(aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query 'tasks[0].containers[0].exitCode' --output text)
[ "$code" = 0 ] || { echo "The migrator ended with exit code $code; nothing was deployed." >&2; exit 1; }
