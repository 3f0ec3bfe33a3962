using Aspire.Hosting;
using Shouldly;
using Streamix.AppHost;
using Streamix.AppHost.Clusters;
using Xunit;

namespace Streamix.Platform.Tests.Starting;

public sealed class PagesTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("streamix-pages-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Theory]
    [InlineData("false", "ProjectResource")]
    [InlineData("true", "ViteAppResource")]
    public void Apps_WithAndWithoutVite_AreServedByItOrFromTheirBuild(string vite, string expected) =>
        PagesOf("--only", "frontend,infra", "--vite", vite).Pages.Select(pages => (pages.Resource.Name, pages.Resource.GetType().Name))
            .ShouldBe([("frontend-web-app", expected), ("frontend-admin-tool", expected)]);

    [Fact]
    public void Apps_NotAskedFor_AreNotThere() => PagesOf("--only", "infra").Pages.ShouldBeEmpty();

    [Fact]
    public void Vite_NeitherTrueNorFalse_IsRefused() =>
        Should.Throw<DistributedApplicationException>(() => PagesOf("--vite", "perhaps")).Message.ShouldContain("--vite");

    private AppHost.Platform PagesOf(params string[] arguments)
    {
        var platform = AppHost.Platform.For(DistributedApplication.CreateBuilder(["--backing", "processes", "--ports", "random", "--data", _data, .. arguments]));
        platform.AddFrontend();
        platform.AddInfra();
        platform.IntroduceServices();
        return platform;
    }
}
