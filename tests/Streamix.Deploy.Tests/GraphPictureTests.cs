using Shouldly;
using Streamix.Deploy.Manifest;
using Xunit;

namespace Streamix.Deploy.Tests;

public sealed class GraphPictureTests
{
    private static readonly ManifestFile Graph = ManifestFile.Parse("""
        { "resources": {
            "postgres": { "type": "container.v0", "image": "postgres" },
            "users-profile-db": { "type": "value.v0", "connectionString": "{postgres.connectionString};Database=x" },
            "users-profile": { "type": "project.v0", "env": { "A": "{users-profile-db.connectionString}", "B": "{users-profile.bindings.http.targetPort}" } },
            "infra-gateway": { "type": "project.v0", "env": { "C": "{users-profile.bindings.http.url}" } } } }
        """);

    [Fact]
    public void Draw_ReferenceThroughAConnectionString_LeadsToTheServer() =>
        GraphPicture.Draw(Graph).ShouldContain("users_profile --> postgres");

    [Fact]
    public void Draw_ItsOwnPort_IsNoArrow() =>
        GraphPicture.Draw(Graph).ShouldNotContain("users_profile --> users_profile");

    [Fact]
    public void Draw_Services_StandInTheirClusters() =>
        GraphPicture.Draw(Graph).ShouldContain("subgraph users\n    users_profile[users-profile]\n  end");

    [Fact]
    public void Replace_ReadmeWithMarks_KeepsWhatIsAround()
    {
        const string readme = "Before\n<!-- graph: written by ./streamix manifest -->\nold\n<!-- /graph -->\nAfter";

        ReadmePicture.Replace(readme, "new\n").ShouldBe("Before\n<!-- graph: written by ./streamix manifest -->\n```mermaid\nnew\n```\n<!-- /graph -->\nAfter");
    }
}
