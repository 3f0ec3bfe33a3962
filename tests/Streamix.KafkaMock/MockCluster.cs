using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace Streamix.KafkaMock;

/// <summary>
/// A cluster of mock brokers inside this process, in memory. Produce, headers, keys, groups, commits and rebalances work;
/// transactions and the administrative calls do not. A partition keeps at most 5 MiB or 100,000 messages.
/// When a member leaves or joins later, the group stands still for session.timeout.ms less one second: give consumers 2 s.
/// </summary>
public sealed class MockCluster : IDisposable
{
    private readonly nint _client, _cluster;
    private readonly int _size;
    private bool _disposed;

    private MockCluster(nint client, nint cluster, int size)
    {
        (_client, _cluster, _size) = (client, cluster, size);
        BootstrapServers = Marshal.PtrToStringUTF8(Native.Bootstraps(cluster))!;
        Brokers = [.. BootstrapServers.Split(',').Select(address => IPEndPoint.Parse(address))];
    }

    /// <summary>The addresses clients bootstrap from.</summary>
    public string BootstrapServers { get; }

    /// <summary>One address per broker.</summary>
    public IReadOnlyList<IPEndPoint> Brokers { get; }

    /// <summary>Starts a cluster; a new consumer group waits <paramref name="rebalanceDelay"/> for more members.</summary>
    public static MockCluster Start(int brokers = 1, TimeSpan rebalanceDelay = default)
    {
        var reason = new byte[512];
        var configuration = Native.NewConfiguration();
        var quiet = Native.Configure(configuration, "log_level", "4", reason, reason.Length); // the client has no servers of its own and would say so
        var client = quiet == 0 ? Native.NewClient(Native.Producer, configuration, reason, reason.Length) : 0;
        if (client == 0) throw new InvalidOperationException(Encoding.UTF8.GetString(reason).TrimEnd('\0'));
        var cluster = Native.NewCluster(client, brokers);
        if (cluster == 0)
        {
            Native.DestroyClient(client);
            throw new InvalidOperationException("librdkafka could not start its mock cluster.");
        }

        Native.SetRebalanceDelay(cluster, (int)rebalanceDelay.TotalMilliseconds);
        return new MockCluster(client, cluster, brokers);
    }

    /// <summary>Creates a topic; without this call it appears on first use, with 4 partitions.</summary>
    public void CreateTopic(string name, int partitions)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var error = Native.CreateTopic(_cluster, name, partitions, Math.Min(_size, 3));
        if (error != 0) throw new InvalidOperationException($"Topic {name} was not created: error {error}.");
    }

    /// <summary>Takes a broker down (connections are cut) or brings it up again.</summary>
    /// <param name="broker">Number from 1.</param>
    /// <param name="up">Whether it is to serve.</param>
    public void SetBroker(int broker, bool up)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var error = up ? Native.BrokerUp(_cluster, broker) : Native.BrokerDown(_cluster, broker);
        if (error != 0) throw new InvalidOperationException($"Broker {broker} was not switched: error {error}.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Native.DestroyCluster(_cluster);
        Native.DestroyClient(_client);
    }
}
