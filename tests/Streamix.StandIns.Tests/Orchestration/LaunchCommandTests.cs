using System.Reflection;
using Aspire.Hosting;
using Aspire.Hosting.Orchestration;
using Shouldly;
using Streamix.StandIns.Tests.Orchestration.Fakes;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration;

public sealed class LaunchCommandTests
{
    private static readonly Assembly AppHost = typeof(LaunchCommandTests).Assembly;

    [Fact]
    public void OfProject_OwnHost_IsPreferred()
    {
        var project = BuiltProject.Create("Shop.Api", withHost: true);
        var command = LaunchCommand.OfProject(project.Path, AppHost);
        command.Path.ShouldStartWith(project.Folder);
        command.Path.ShouldEndWith("net10.0/Shop.Api");
        command.Args.ShouldBeEmpty();
        command.WorkingDirectory.ShouldBe(project.Folder);
    }

    [Fact]
    public void OfProject_WithoutHost_IsStartedByDotnet()
    {
        var command = LaunchCommand.OfProject(BuiltProject.Create("Shop.Api", withHost: false).Path, AppHost);
        command.Path.ShouldBe("dotnet");
        command.Args.ShouldHaveSingleItem().ShouldEndWith("Shop.Api.dll");
    }

    [Fact]
    public void OfProject_AssemblyOfAnotherName_IsFound() =>
        LaunchCommand.OfProject(BuiltProject.Create("Shop.Api", withHost: true, "shop").Path, AppHost).Path.ShouldEndWith("/shop");

    [Fact]
    public void OfProject_NotBuilt_SaysForWhat()
    {
        var project = BuiltProject.Create("Shop.Api", withHost: false);
        Directory.Delete(Path.Combine(project.Folder, "bin"), recursive: true);
        var configuration = AppHost.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        Should.Throw<DistributedApplicationException>(() => LaunchCommand.OfProject(project.Path, AppHost))
            .Message.ShouldContain($"has not been built for {configuration}");
    }
}
