using Aspire.Hosting;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Dcp;

public sealed class DcpOptionsTests
{
    [Fact]
    public void Configure_Section_ComesFirst() =>
        Read(("DcpPublisher:CliPath", "/a/dcp"), ("ASPIRE_DCP_PATH", "/b/dcp")).CliPath.ShouldBe("/a/dcp");

    [Fact]
    public void Configure_Folder_MeansTheProgramInIt()
    {
        var folder = Directory.CreateTempSubdirectory("dcp-").FullName;
        Read(("ASPIRE_DCP_PATH", folder)).CliPath.ShouldBe(Path.Combine(folder, "dcp"));
    }

    [Fact]
    public void Configure_Nothing_KnowsNothing()
    {
        var options = Read();
        options.CliPath.ShouldBeNull();
        options.RandomizePorts.ShouldBeFalse();
        options.WaitForResourceCleanup.ShouldBeFalse();
    }

    [Fact]
    public void Configure_Switches_AreRead()
    {
        var options = Read(("DcpPublisher:RandomizePorts", "true"), ("DcpPublisher:ResourceNameSuffix", "x"), ("ASPIRE_CONTAINER_RUNTIME", "podman"));
        (options.RandomizePorts, options.ResourceNameSuffix, options.ContainerRuntime).ShouldBe((true, "x", "podman"));
    }

    private static DcpOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var options = new DcpOptions();
        new ConfigureDcpOptions(configuration, new DistributedApplicationOptions()).Configure(options);
        return options;
    }
}
