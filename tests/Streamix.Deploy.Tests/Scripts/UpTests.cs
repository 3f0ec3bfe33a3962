using Shouldly;
using Xunit;

namespace Streamix.Deploy.Tests.Scripts;

public sealed class UpTests : IDisposable
{
    private const string Without = """
        prepare() { :; }; container_runtime() { :; }; install_packages() { :; }; need_port() { :; }
        build() { echo "builds as ${STREAMIX_INSTANCE:-nobody}"; }
        ready_to_run() { echo "compiles as ${STREAMIX_INSTANCE:-nobody}"; }

        """;

    private readonly Shell _shell = new();

    public UpTests() => _shell.Program("dotnet", """echo "runs as $STREAMIX_INSTANCE at $ASPNETCORE_URLS $ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL $ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL" """);

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Up_BuildServers_AreNotMarkedAsPartOfThePlatform()
    {
        var (code, output) = await _shell.StreamixAsync(Without + "up");

        code.ShouldBe(0, output);
        output.ShouldContain("builds as nobody");
        output.ShouldContain("compiles as nobody");
        output.ShouldContain($"runs as {_shell.Folder} at http://localhost:15000 ");
    }

    [Fact]
    public async Task Up_RandomPorts_MovesTheDashboardToo()
    {
        var (code, output) = await _shell.StreamixAsync(Without + "up --ports random");

        code.ShouldBe(0, output);
        output.ShouldContain("runs as");
        output.ShouldNotContain(":15000");
        output.ShouldNotContain(":19000");
        output.ShouldNotContain(":20000");
    }

    [Fact]
    public async Task NeedPort_TakenAddress_IsRefusedWithItsPortAndUse()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

        var (code, output) = await _shell.StreamixAsync($"need_port http://localhost:{port} 'the dashboard'");

        code.ShouldBe(1);
        output.ShouldContain($"port {port} (the dashboard) is taken");
    }
}
