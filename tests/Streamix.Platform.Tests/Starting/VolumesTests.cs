using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Shouldly;
using Xunit;

namespace Streamix.Platform.Tests.Starting;

public sealed class VolumesTests : IDisposable
{
    private readonly string _first = Directory.CreateTempSubdirectory("streamix-volumes-").FullName;
    private readonly string _second = Directory.CreateTempSubdirectory("streamix-volumes-").FullName;

    public void Dispose()
    {
        foreach (var folder in (string[])[_first, _second]) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Volumes_OfTwoDataFolders_AreNotShared()
    {
        var first = VolumesOf(_first);

        first.Count.ShouldBe(5);
        first.ShouldBe(VolumesOf(_first));
        first.Intersect(VolumesOf(_second)).ShouldBeEmpty();
    }

    [Fact]
    public void Volumes_SecretsDeleted_AreNewOnes()
    {
        var before = VolumesOf(_first);
        File.Delete(Path.Combine(_first, "secrets.json"));

        VolumesOf(_first).Intersect(before).ShouldBeEmpty();
    }

    [Fact]
    public void Volumes_TheirId_LiesWhereResetLooksForIt()
    {
        var id = VolumesOf(_first)[0].Split('-')[1];

        File.ReadAllText(Path.Combine(_first, "secrets.json")).ShouldContain($"\"volumes\": \"{id}\"");
    }

    private static List<string> VolumesOf(string data)
    {
        var builder = DistributedApplication.CreateBuilder(["--backing", "containers", "--ports", "random", "--only", "infra", "--data", data]);
        var backing = AppHost.Platform.For(builder).Backing;
        _ = (backing.Postgres, backing.Cache, backing.Sessions, backing.Bus, backing.Search);
        return [.. builder.Resources.SelectMany(resource => resource.Annotations.OfType<ContainerMountAnnotation>())
            .Where(mount => mount.Type == ContainerMountType.Volume).Select(mount => mount.Source!)];
    }
}
