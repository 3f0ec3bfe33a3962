using System.Text.Json.Nodes;
using Shouldly;
using Streamix.Deploy.Cloud;
using Streamix.Deploy.Manifest;
using Xunit;

namespace Streamix.Deploy.Tests;

public sealed class ParameterTests
{
    private static readonly JsonNode Template = JsonNode.Parse(EcsDeployment.From(ManifestFile.Parse("""
        {
          "resources": {
            "sender": { "type": "parameter.v0", "inputs": { "value": { "type": "string" } } },
            "smtp-password": { "type": "parameter.v0", "inputs": { "value": { "type": "string", "secret": true } } },
            "pepper": { "type": "parameter.v0", "inputs": { "value": { "type": "string", "secret": true, "default": { "generate": { "minLength": 40 } } } } },
            "public-domain": { "type": "parameter.v0", "inputs": { "value": { "type": "string" } } },
            "mail-bucket": { "type": "parameter.v0", "inputs": { "value": { "type": "string" } } },
            "localstack": { "type": "container.v0", "image": "localstack/localstack:4.9",
              "bindings": { "http": { "scheme": "http", "protocol": "tcp", "transport": "http", "targetPort": 4566 } } },
            "objects": { "type": "value.v0", "connectionString": "Endpoint={localstack.bindings.http.url}" },
            "mail": { "type": "project.v0", "path": "m.csproj",
              "env": { "From": "{sender.value}", "Password": "{smtp-password.value}", "Pepper": "{pepper.value}", "Bucket": "{mail-bucket.value}",
                "ConnectionStrings__objects": "{objects.connectionString}" },
              "bindings": { "http": { "scheme": "http", "protocol": "tcp", "transport": "http" } } }
          }
        }
        """)).ToJson())!;

    private static JsonNode Resources => Template["Resources"]!;

    [Fact]
    public void Secret_ThatSomebodyElseGaveOut_IsAskedForAndHidden()
    {
        ((bool?)Template["Parameters"]!["SmtpPassword"]!["NoEcho"]).ShouldBe(true);
        Resources["SmtpPassword"].ShouldBeNull();
        Resources["MailPasswordValue"]!["Properties"]!["SecretString"]!.ToJsonString().ShouldBe("""{"Ref":"SmtpPassword"}""");
        ((string?)Value("Secrets", "Password", "ValueFrom")?["Ref"]).ShouldBe("MailPasswordValue");
    }

    [Fact]
    public void Secret_ThatMayBeGenerated_IsAskedOfNobody()
    {
        Template["Parameters"]!["Pepper"].ShouldBeNull();
        ((int?)Resources["Pepper"]!["Properties"]!["GenerateSecretString"]!["PasswordLength"]).ShouldBe(40);
    }

    [Fact]
    public void Bucket_OfAService_IsMadeAndNamedToIt()
    {
        Template["Parameters"]!["MailBucket"].ShouldBeNull();
        ((string?)Resources["MailBucket"]!["Properties"]!["BucketName"]!["Fn::Sub"]).ShouldBe("${AWS::StackName}-mail-${AWS::AccountId}");
        ((string?)Value("Environment", "Bucket", "Value")?["Ref"]).ShouldBe("MailBucket");
    }

    [Fact]
    public void Bucket_OfAService_IsOpenToThePlatformsOwnPages()
    {
        var rule = Resources["MailBucket"]!["Properties"]!["CorsConfiguration"]!["CorsRules"]![0]!;

        ((string?)rule["AllowedOrigins"]![0]!["Fn::Sub"]).ShouldBe("https://${PublicDomain}");
        rule["AllowedMethods"]!.AsArray().Select(method => (string?)method).ShouldBe(["GET", "HEAD", "PUT"]);
        rule["ExposedHeaders"]!.AsArray().Select(header => (string?)header).ShouldContain("ETag");
    }

    [Fact]
    public void Objects_InTheCloud_AreSignedForByTheRoleAlone()
    {
        ((string?)Value("Environment", "ConnectionStrings__objects", "Value")?["Fn::Sub"]).ShouldBe("Region=${AWS::Region}");

        var policy = Resources["TaskRole"]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]![0]!;
        policy["Action"]!.AsArray().Select(action => (string?)action).ShouldContain("s3:CreateBucket");
        ((string?)policy["Resource"]!["Fn::Sub"])!.ShouldEndWith(":s3:::${AWS::StackName}-*");
    }

    private static JsonNode? Value(string list, string name, string property) =>
        Resources["MailTask"]!["Properties"]!["ContainerDefinitions"]![0]![list]!.AsArray().Single(entry => (string?)entry!["Name"] == name)![property];
}
