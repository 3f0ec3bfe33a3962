using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Shouldly;
using Streamix.AppHost;
using Xunit;

namespace Streamix.Platform.Tests.Starting;

public sealed class PortsTests
{
    private static readonly GraphOptions Fixed = new(BackingKind.Processes, new HashSet<string>(), SampleCopies: 0, "data", RandomPorts: false);

    [Fact]
    public void Rabbit_OneOfItsPortsIsTaken_IsRefusedByName()
    {
        using var other = Take(41675);

        Should.Throw<DistributedApplicationException>(() => new Ports(Fixed, running: true).Rabbit).Message.ShouldContain("(RabbitMQ)");
    }

    [Fact]
    public void Rabbit_OneOfItsPortsIsTakenButNothingRuns_KeepsIt()
    {
        using var other = Take(41675);

        new Ports(Fixed, running: false).Rabbit.ShouldBe(41672);
    }

    [Fact]
    public void Rabbit_RandomPorts_IsAnotherOne() =>
        new Ports(Fixed with { RandomPorts = true }, running: true).Rabbit.ShouldBeInRange(15000, 32000);

    /// <summary>A platform that runs on this machine holds it already, which is as good.</summary>
    private static TcpListener Take(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
        }
        return listener;
    }
}
