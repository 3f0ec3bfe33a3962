using System.Text.Json.Nodes;
using Shouldly;
using Streamix.Deploy.Cloud;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Tests.Scripts;
using Streamix.Testing;
using Xunit;

namespace Streamix.Deploy.Tests;

public sealed class DeployWorkflowTests
{
    private static readonly string Workflow = File.ReadAllText(Repository.PathOf(".github", "workflows", "deploy.yml"));

    [Fact]
    public void Script_TheParametersItGives_AreThoseTheTemplateAsksFor()
    {
        var parameters = EcsDeployment.From(ManifestFile.Read(Repository.PathOf("deploy", "aspire-manifest.json"))).ToJson();
        var required = JsonNode.Parse(parameters)!["Parameters"]!.AsObject().Where(parameter => parameter.Value!["Default"] is null).Select(parameter => parameter.Key);

        DeploySettings.Told.ShouldBe(required, ignoreOrder: true);
    }

    [Fact]
    public void Workflow_WhatTheScriptAsksFor_IsGiven()
    {
        var given = Workflow.Split('\n').Select(line => line.Trim().Split(": ")).Where(words => words.Length == 2).Select(words => words[0]);

        DeploySettings.Asked.Except(given).ShouldBeEmpty();
    }

    [Fact]
    public void Workflow_Deployment_NeedsTheTests()
    {
        Workflow.ShouldContain("  deploy:\n    needs: test\n");
        Workflow.ShouldContain("  test:\n    uses: ./.github/workflows/build.yml\n");
        File.ReadAllText(Repository.PathOf(".github", "workflows", "build.yml")).ShouldContain("  workflow_call:\n");
    }
}
