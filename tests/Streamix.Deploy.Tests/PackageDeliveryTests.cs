using System.Text.Json.Nodes;
using Shouldly;
using Streamix.Deploy.Cloud;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;
using Streamix.Testing;
using Xunit;

namespace Streamix.Deploy.Tests;

public sealed class PackageDeliveryTests
{
    private static readonly JsonNode Template =
        JsonNode.Parse(EcsDeployment.From(ManifestFile.Read(Repository.PathOf("deploy", "aspire-manifest.json"))).ToJson())!;

    private static JsonNode Distribution => Template["Resources"]!["PackageDistribution"]!["Properties"]!["DistributionConfig"]!;

    [Fact]
    public void Packages_WithoutASignature_AreServedToNobody()
    {
        ((string?)Distribution["DefaultCacheBehavior"]!["TrustedKeyGroups"]![0]!["Ref"]).ShouldBe("PackageKeys");
        ((string?)Template["Resources"]!["PackageKeys"]!["Properties"]!["KeyGroupConfig"]!["Items"]![0]!["Ref"]).ShouldBe("CloudfrontKeyPairId");
        Template["Parameters"]!["CloudfrontKeyPairId"].ShouldNotBeNull();
        ((bool?)Template["Parameters"]!["CloudfrontPrivateKey"]!["NoEcho"]).ShouldBe(true);
    }

    [Fact]
    public void Packages_InTheBucket_AreReadByTheDistributionAlone()
    {
        var statement = Template["Resources"]!["PackageReading"]!["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray().ShouldHaveSingleItem()!;

        ((string?)Distribution["Origins"]![0]!["DomainName"]!["Fn::GetAtt"]![0]).ShouldBe("MediaRenditionsBucket");
        ((string?)Distribution["Origins"]![0]!["OriginAccessControlId"]!["Ref"]).ShouldBe("PackageAccess");
        ((string?)statement["Action"]).ShouldBe("s3:GetObject");
        ((string?)statement["Condition"]!["StringEquals"]!["AWS:SourceArn"]!["Fn::Sub"])!.ShouldEndWith(":distribution/${PackageDistribution}");
    }

    [Fact]
    public void EveryReference_OfTheWholeGraph_PointsToSomethingInIt()
    {
        var known = Template["Resources"]!.AsObject().Concat(Template["Parameters"]!.AsObject()).Select(entry => entry.Key);

        References.In(Template).Where(name => !name.StartsWith("AWS::", StringComparison.Ordinal)).Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void Graph_WithoutAKeyOfCloudFront_HasNoDistributionOfPackages()
    {
        const string graph = """{ "resources": { "media-renditions-bucket": { "type": "parameter.v0", "inputs": { "value": { "type": "string" } } } } }""";

        JsonNode.Parse(EcsDeployment.From(ManifestFile.Parse(graph)).ToJson())!["Resources"]!["PackageDistribution"].ShouldBeNull();
    }
}
