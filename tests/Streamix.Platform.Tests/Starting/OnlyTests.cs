using Aspire.Hosting;
using Shouldly;
using Streamix.AppHost;
using Xunit;

namespace Streamix.Platform.Tests.Starting;

public sealed class OnlyTests
{
    [Theory]
    [InlineData("media")]
    [InlineData("sample")]
    public void Only_ClusterThatAddsNothing_IsRefusedNamingThoseThereAre(string cluster)
    {
        var options = Only("users", cluster);

        var refusal = Should.Throw<DistributedApplicationException>(() => options.RefuseEmptyClusters(["users-profile", "users-account"]));

        refusal.Message.ShouldContain($"--only {cluster} adds nothing");
        refusal.Message.ShouldContain("auth, sample, users");
    }

    [Fact]
    public void Only_ClustersWithServices_AreTaken() =>
        Should.NotThrow(() => Only("users", "auth").RefuseEmptyClusters(["users-profile", "auth-session"]));

    private static GraphOptions Only(params string[] clusters)
    {
        var options = new GraphOptions(BackingKind.Processes, clusters.ToHashSet(), SampleCopies: 0, "data", RandomPorts: true);
        foreach (var cluster in (string[])["users", "auth", "sample"]) _ = options.Includes(cluster);
        return options;
    }
}
