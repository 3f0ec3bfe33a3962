namespace Streamix.Streaming.Edge;

/// <summary>Section <c>Edge</c>.</summary>
public sealed class EdgeOptions
{
    internal const string Section = "Edge";

    /// <summary>Cache, configuration, sockets; this edge's alone. A plain path.</summary>
    public string Data { get; set; } = "";

    /// <summary>The address that nginx listens at.</summary>
    public string Listen { get; set; } = "127.0.0.1";

    /// <summary>The port that nginx listens at.</summary>
    public int Port { get; set; } = 8090;

    /// <summary>Where viewers reach it; this machine's own address and port unless told.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>Path of nginx; searched for unless told.</summary>
    public string Nginx { get; set; } = "";

    /// <summary>Path of its njs module, <c>ngx_http_js_module.so</c>; searched for unless told.</summary>
    public string Module { get; set; } = "";

    /// <summary>For HTTPS: a certificate chain as PEM file.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>For HTTPS: its key as PEM file.</summary>
    public string CertificateKey { get; set; } = "";

    /// <summary>Networks whose <c>X-Forwarded-For</c> is believed, as <c>10.0.0.0/8</c>.</summary>
    public List<string> TrustedProxies { get; } = [];

    /// <summary>The bucket of packages.</summary>
    public string Renditions { get; set; } = "media-renditions";

    /// <summary>Where it stands.</summary>
    public string Region { get; set; } = "";

    /// <summary>Bits per second it can send.</summary>
    public long Capacity { get; set; } = 1_000_000_000;

    /// <summary>Of a byte, relative to other edges.</summary>
    public double Cost { get; set; } = 1;

    /// <summary>The cache grows no further. nginx looks after it every few seconds, so it may be exceeded for that long.</summary>
    public long CacheBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>What nobody asks for goes.</summary>
    public TimeSpan CacheInactive { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The store is asked after this time whether an object is still the same. Meanwhile, and while the store is away, the old one is served.</summary>
    public TimeSpan Fresh { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Memory for the cache's index: 8000 objects each megabyte.</summary>
    public int IndexMegabytes { get; set; } = 20;

    /// <summary>nginx turns to a new log of requests after so many; there are never more than two, and both are read at once.</summary>
    public long LogBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Processes of nginx.</summary>
    public int Workers { get; set; } = 2;

    /// <summary>Connections of each of them.</summary>
    public int Connections { get; set; } = 8192;

    /// <summary>Reports to the orchestrator and takes its orders.</summary>
    public bool Reports { get; set; } = true;

    /// <summary>How often; revocations come with the answer.</summary>
    public TimeSpan ReportEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait for the first revocations before serving without them.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long requests may take to end when the edge stops.</summary>
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A purge goes over the cache again after this time, for what was being fetched meanwhile.</summary>
    public TimeSpan PurgeAgainAfter { get; set; } = TimeSpan.FromSeconds(5);

    internal bool IsHttps => Certificate.Length > 0;

    internal string Address => PublicAddress.Length > 0 ? PublicAddress.TrimEnd('/') + "/" : $"{(IsHttps ? "https" : "http")}://localhost:{Port}/";
}

/// <summary>Section <c>Edges</c>, shared with the orchestrator.</summary>
internal sealed class PathKeyOptions
{
    internal const string Section = "Edges";

    /// <summary>Secrets that paths are signed with; all are accepted.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>One that will sign soon; accepted as well.</summary>
    public string NextKey { get; set; } = "";

    internal IEnumerable<string> All => Keys.Append(NextKey).Where(secret => secret.Length > 0);
}
