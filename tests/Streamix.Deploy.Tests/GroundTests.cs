using System.Text.Json.Nodes;
using Shouldly;
using Streamix.Deploy.Cloud;
using Streamix.Deploy.Manifest;
using Streamix.Deploy.Template;
using Xunit;

namespace Streamix.Deploy.Tests;

/// <summary>The step before the services change.</summary>
public sealed class GroundTests
{
    private static readonly string Before = Graph(migratorKnows: "notes-db", serviceSays: "old", """ "word": { "type": "parameter.v0", "inputs": { "value": { "type": "string" } } } """);

    private static readonly string After = Graph(migratorKnows: "tags-db", serviceSays: "new", """ "other": { "type": "parameter.v0", "inputs": { "value": { "type": "string" } } } """);

    [Fact]
    public void Ground_FirstTime_HasDatabaseAndMigratorAndNoService()
    {
        var ground = Template(EcsDeployment.GroundOf(ManifestFile.Parse(Before), deployed: null));

        ground["Resources"]!.AsObject().Select(resource => resource.Key).ShouldBeSubsetOf(Template(EcsDeployment.From(ManifestFile.Parse(Before)))["Resources"]!.AsObject().Select(resource => resource.Key));
        ground["Resources"]!["Postgres"].ShouldNotBeNull();
        ground["Resources"]!["InfraMigratorTask"].ShouldNotBeNull();
        ground["Resources"]!["NotesTask"].ShouldBeNull();
        ground["Parameters"]!["ImageTag"].ShouldBeNull();
    }

    [Fact]
    public void Ground_NewDatabase_IsKnownToTheMigratorBeforeAnyServiceChanges()
    {
        var deployed = Template(EcsDeployment.From(ManifestFile.Parse(Before)));

        var ground = Template(EcsDeployment.GroundOf(ManifestFile.Parse(After), deployed))["Resources"]!;

        ground["InfraMigratorTask"]!.ToJsonString().ShouldContain("ConnectionStrings__tags-db");
        foreach (var service in (string[])["NotesTask", "NotesService", "NotesScaling", "NotesCpuAlarm"])
            JsonNode.DeepEquals(ground[service], deployed["Resources"]![service]).ShouldBeTrue(service);
    }

    [Fact]
    public void Ground_OverADeployedTemplate_RefersToNothingThatIsNotInIt()
    {
        var deployed = Template(EcsDeployment.From(ManifestFile.Parse(Before)));

        var ground = Template(EcsDeployment.GroundOf(ManifestFile.Parse(After), deployed));

        var known = ground["Resources"]!.AsObject().Concat(ground["Parameters"]!.AsObject()).Select(entry => entry.Key);
        References.In(ground).Where(name => !name.StartsWith("AWS::", StringComparison.Ordinal)).Except(known).ShouldBeEmpty();
        ground["Parameters"]!["Word"].ShouldNotBeNull("the service that runs still reads it");
        ground["Parameters"]!["Other"].ShouldBeNull("only the next step has a use for it");
    }

    [Fact]
    public void Images_OfTheMigrator_HaveATagOfTheirOwn()
    {
        var resources = Template(EcsDeployment.From(ManifestFile.Parse(After)))["Resources"]!;

        resources["InfraMigratorTask"]!.ToJsonString().ShouldContain("/infra-migrator:${TaskTag}");
        resources["NotesTask"]!.ToJsonString().ShouldContain("/notes:${ImageTag}");
    }

    private static JsonObject Template(CloudTemplate template) => JsonNode.Parse(template.ToJson())!.AsObject();

    private static string Graph(string migratorKnows, string serviceSays, string parameter) => $$"""
        {
          "resources": {
            "postgres-password": { "type": "parameter.v0", "value": "{postgres-password.inputs.value}",
              "inputs": { "value": { "type": "string", "secret": true, "default": { "generate": { "minLength": 32 } } } } },
            "postgres": { "type": "container.v0", "image": "docker.io/library/postgres:17", "env": { "POSTGRES_PASSWORD": "{postgres-password.value}" },
              "connectionString": "Host={postgres.bindings.tcp.host};Password={postgres-password.value}",
              "bindings": { "tcp": { "scheme": "tcp", "protocol": "tcp", "transport": "tcp", "targetPort": 5432 } } },
            {{parameter}},
            "infra-migrator": { "type": "project.v0", "path": "m.csproj", "env": { "ConnectionStrings__{{migratorKnows}}": "{postgres.connectionString}" } },
            "notes": { "type": "project.v0", "path": "n.csproj", "env": { "Says": "{{serviceSays}}", "Knows": "{{{(serviceSays == "old" ? "word" : "other")}}.value}" },
              "bindings": { "http": { "scheme": "http", "protocol": "tcp", "transport": "http" } } }
          }
        }
        """;
}
