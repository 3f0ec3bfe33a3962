using System.Net;
using System.Net.Sockets;

namespace Streamix.AppHost;

/// <summary>The ports people type: fixed unless <c>--ports random</c>, which tests and second copies use.</summary>
internal sealed class Ports(GraphOptions options, bool running)
{
    private readonly HashSet<int> _given = [];

    public int Gateway => Choose(8080, "the gateway");

    public int Postgres => Choose(41432, "PostgreSQL");

    public int Redis => Choose(41379, "Redis");

    public int Sessions => Choose(41380, "Redis for sessions");

    /// <summary>AMQP; the next three are the broker's own (epmd, distribution, management).</summary>
    public int Rabbit => Choose(41672, "RabbitMQ", count: 4);

    public int Objects => Choose(41566, "S3");

    public int Smtp => Choose(41025, "mail");

    public int MailWeb => Choose(41080, "MailDev");

    /// <summary>Where the edge of this number, from 1, serves segments.</summary>
    public int Edge(int number) => Choose(41180 + number, $"edge {number}");

    public int Prometheus => Choose(41090, "Prometheus");

    /// <summary>Asked only for what the graph has, so a port that this start does not use may be taken.</summary>
    private int Choose(int port, string what, int count = 1)
    {
        if (options.RandomPorts) return FirstFree(count);
        if (running && Enumerable.Range(port, count).FirstOrDefault(candidate => !IsFree(candidate)) is > 0 and var taken)
            throw new DistributedApplicationException($"Port {taken} ({what}) is taken by another program. Stop that, or start with --ports random.");
        return port;
    }

    private int FirstFree(int count)
    {
        while (true)
        {
            var range = Enumerable.Range(Random.Shared.Next(15000, 32000 - count), count).ToArray();
            if (range.Any(_given.Contains) || !range.All(IsFree)) continue;
            _given.UnionWith(range);
            return range[0];
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
