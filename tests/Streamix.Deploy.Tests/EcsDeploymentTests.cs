using System.Text.Json.Nodes;
using Shouldly;
using Streamix.Deploy.Cloud;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;
using Streamix.Testing;
using Xunit;

namespace Streamix.Deploy.Tests;

public sealed class EcsDeploymentTests
{
    private const string Graph = """
        {
          "resources": {
            "postgres-password": { "type": "parameter.v0", "value": "{postgres-password.inputs.value}",
              "inputs": { "value": { "type": "string", "secret": true, "default": { "generate": { "minLength": 32, "special": false } } } } },
            "postgres": { "type": "container.v0", "image": "docker.io/library/postgres:17",
              "connectionString": "Host={postgres.bindings.tcp.host};Port={postgres.bindings.tcp.port};Username=postgres;Password={postgres-password.value}",
              "env": { "POSTGRES_USER": "postgres", "POSTGRES_PASSWORD": "{postgres-password.value}" },
              "bindings": { "tcp": { "scheme": "tcp", "protocol": "tcp", "transport": "tcp", "targetPort": 5432 } } },
            "notes-db": { "type": "value.v0", "connectionString": "{postgres.connectionString};Database=notes" },
            "infra-migrator": { "type": "project.v0", "path": "m.csproj", "env": { "ConnectionStrings__postgres": "{postgres.connectionString}" } },
            "notes": { "type": "project.v0", "path": "n.csproj",
              "env": { "HTTP_PORTS": "{notes.bindings.http.targetPort}", "ConnectionStrings__notes-db": "{notes-db.connectionString}" },
              "bindings": { "http": { "scheme": "http", "protocol": "tcp", "transport": "http" } } },
            "gateway": { "type": "project.v0", "path": "g.csproj", "env": { "services__notes__http__0": "{notes.bindings.http.url}", "Mode": "public" },
              "bindings": { "http": { "scheme": "http", "protocol": "tcp", "transport": "http", "external": true } } }
          }
        }
        """;

    [Fact]
    public void Template_OfTheGraph_HasServiceDatabaseAndDoor()
    {
        var resources = Resources(Graph);

        Types(resources).ShouldContain("AWS::RDS::DBInstance");
        resources["NotesService"]!["Properties"]!["DeploymentConfiguration"]!["DeploymentCircuitBreaker"]!["Rollback"]!.GetValue<bool>().ShouldBeTrue();
        resources["GatewayService"]!["Properties"]!["LoadBalancers"].ShouldNotBeNull();
        resources["NotesService"]!["Properties"]!["LoadBalancers"].ShouldBeNull();
    }

    [Fact]
    public void Environment_SecretInsideAConnectionString_StandsInNoTaskDefinition()
    {
        var resources = Resources(Graph);
        var container = Container(resources, "NotesTask");

        Names(container["Environment"]!).ShouldBe(["HTTP_PORTS"]);
        Names(container["Secrets"]!).ShouldBe(["ConnectionStrings__notes-db"]);
        resources["NotesTask"]!.ToJsonString().ShouldNotContain("resolve:secretsmanager");
    }

    [Fact]
    public void Environment_OtherServicesAddress_IsItsServiceConnectName()
    {
        var container = Container(Resources(Graph), "GatewayTask");

        var variable = container["Environment"]!.AsArray().First(entry => (string?)entry!["Name"] == "services__notes__http__0");
        ((string?)variable!["Value"]).ShouldBe("http://notes:8080");
    }

    [Fact]
    public void Project_SecondEndpoint_HasAPortOfItsOwnThatItIsTold()
    {
        const string graph = """
            { "resources": { "session": { "type": "project.v0", "path": "s.csproj",
              "env": { "HTTP_PORTS": "{session.bindings.http.targetPort};{session.bindings.grpc.targetPort}", "Grpc__Port": "{session.bindings.grpc.targetPort}" },
              "bindings": { "http": { "scheme": "http", "transport": "http" }, "grpc": { "scheme": "http", "transport": "http2" } } } } }
            """;
        var container = Container(Resources(graph), "SessionTask");

        container["Environment"]!.AsArray().Select(entry => (string?)entry!["Value"]).ShouldBe(["8080;8081", "8081"]);
        container["PortMappings"]!.AsArray().Select(mapping => (string?)mapping!["AppProtocol"]).ShouldBe(["http", "http2"]);
    }

    [Fact]
    public void Project_WithoutEndpoint_IsATaskAndNoService()
    {
        var resources = Resources(Graph);

        resources.ContainsKey("InfraMigratorTask").ShouldBeTrue();
        resources.ContainsKey("InfraMigratorService").ShouldBeFalse();
    }

    [Fact]
    public void Database_ItsPassword_IsReadFromSecretsManager()
    {
        var database = Resources(Graph)["Postgres"]!;

        ((string?)database["DeletionPolicy"]).ShouldBe("Snapshot");
        ((string?)database["Properties"]!["MasterUserPassword"]!["Fn::Sub"]).ShouldBe("{{resolve:secretsmanager:${PostgresPassword}:SecretString}}");
    }

    [Fact]
    public void Container_NobodyTakesThePlaceOf_IsRefusedByName()
    {
        const string unknown = """{ "resources": { "odd": { "type": "container.v0", "image": "example/odd:1" } } }""";

        Should.Throw<DeployException>(() => EcsDeployment.From(ManifestFile.Parse(unknown))).Message.ShouldContain("odd");
    }

    [Fact]
    public void EveryReference_InTheTemplate_PointsToSomethingInIt()
    {
        var template = JsonNode.Parse(EcsDeployment.From(ManifestFile.Parse(Graph)).ToJson())!;
        var known = template["Resources"]!.AsObject().Select(entry => entry.Key)
            .Concat(template["Parameters"]!.AsObject().Select(entry => entry.Key)).ToHashSet();

        References.In(template).Where(name => !name.StartsWith("AWS::", StringComparison.Ordinal)).Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void Template_OfTheCommittedManifest_HasItsMigratorAndGateway()
    {
        var resources = Resources(File.ReadAllText(Repository.PathOf("deploy", "aspire-manifest.json")));

        resources.ContainsKey("InfraMigratorTask").ShouldBeTrue();
        resources.ContainsKey("InfraGatewayService").ShouldBeTrue();
        Types(resources).ShouldContain("AWS::OpenSearchService::Domain");
    }

    [Fact]
    public void Template_OfTheCommittedManifest_HasNoKeyOfTheLocalObjects()
    {
        var manifest = File.ReadAllText(Repository.PathOf("deploy", "aspire-manifest.json"));

        manifest.ShouldNotContain("AccessKey");
        Resources(manifest).Where(resource => (string?)resource.Value!["Type"] == "AWS::S3::Bucket").Select(resource => resource.Key)
            .ShouldBe(["UsersProfileBucket", "UsersAccountBucket", "MediaSourcesBucket", "MediaArtworkBucket", "MediaRenditionsBucket"], ignoreOrder: true);
    }

    [Fact]
    public void Readme_GraphPicture_IsThatOfTheCommittedManifest()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));

        ReadmePicture.Replace(readme, GraphPicture.Draw(ManifestFile.Read(Repository.PathOf("deploy", "aspire-manifest.json")))).ShouldBe(readme);
    }

    private static JsonObject Resources(string manifest) =>
        JsonNode.Parse(EcsDeployment.From(ManifestFile.Parse(manifest)).ToJson())!["Resources"]!.AsObject();

    private static IEnumerable<string?> Types(JsonObject resources) => resources.Select(entry => (string?)entry.Value!["Type"]);

    private static JsonNode Container(JsonObject resources, string task) => resources[task]!["Properties"]!["ContainerDefinitions"]![0]!;

    private static IEnumerable<string?> Names(JsonNode list) => list.AsArray().Select(entry => (string?)entry!["Name"]);
}
