using System.Text.Json.Nodes;
using Shouldly;
using Streamix.Deploy.Cloud;
using Streamix.Deploy.Manifest;
using Streamix.Testing;
using Xunit;

namespace Streamix.Deploy.Tests;

/// <summary>The apps of the committed graph in the cloud.</summary>
public sealed class PagesTests
{
    private static readonly JsonNode Template =
        JsonNode.Parse(EcsDeployment.From(ManifestFile.Read(Repository.PathOf("deploy", "aspire-manifest.json"))).ToJson())!;

    [Theory]
    [InlineData("FrontendWebAppTask")]
    [InlineData("FrontendAdminToolTask")]
    public void Pages_OriginsTheyTalkTo_AreTheStacksOwn(string task)
    {
        ((string?)Value(task, "Pages__Origins__Media__0")["Fn::Sub"]).ShouldBe("https://${PackageDistribution.DomainName}");
        ((string?)Value(task, "Pages__Origins__Uploads__0")["Fn::Sub"]).ShouldBe("https://${MediaSourcesBucket.RegionalDomainName}");
    }

    [Fact]
    public void Operator_WhatTheStackKnowsItself_IsNotAsked()
    {
        Template["Parameters"]!["PackageOrigin"].ShouldBeNull();
        Template["Parameters"]!["UploadOrigin"].ShouldBeNull();
    }

    [Fact]
    public void Apps_InTheCloud_AreServedByTheirImages()
    {
        ((string?)Value("FrontendWebAppTask", "Pages__Root")).ShouldBe("apps/web-app");
        ((string?)Value("FrontendAdminToolTask", "Pages__Base")).ShouldBe("/admin/");
        ((string?)Value("InfraGatewayTask", "services__frontend-web-app__http__0")).ShouldBe("http://frontend-web-app:8080");
    }

    private static JsonNode Value(string task, string name) =>
        Template["Resources"]![task]!["Properties"]!["ContainerDefinitions"]![0]!["Environment"]!.AsArray().Single(entry => (string?)entry!["Name"] == name)!["Value"]!;
}
