using System.Net;
using System.Net.Sockets;

namespace Streamix.AppHost;

/// <summary>The ports people type: fixed unless <c>--ports random</c>, which tests and second copies use.</summary>
internal sealed class Ports(GraphOptions options)
{
    private readonly HashSet<int> _given = [];

    public int Gateway => Choose(8080);

    public int Postgres => Choose(41432);

    public int Redis => Choose(41379);

    public int Sessions => Choose(41380);

    /// <summary>AMQP; the next three are the broker's own (epmd, distribution, management).</summary>
    public int Rabbit => Choose(41672, count: 4);

    public int Objects => Choose(41566);

    public int Smtp => Choose(41025);

    public int MailWeb => Choose(41080);

    public int Prometheus => Choose(41090);

    private int Choose(int port, int count = 1) => options.RandomPorts ? FirstFree(count) : port;

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
