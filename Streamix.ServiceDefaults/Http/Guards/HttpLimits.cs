namespace Streamix.ServiceDefaults.Http;

/// <summary>What one request may cost; section <c>Http:Limits</c>.</summary>
public sealed class HttpLimits
{
    /// <summary>Bytes of a body unless the endpoint says otherwise: 413 above.</summary>
    public long BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Bytes of all headers together: 431 above.</summary>
    public int HeaderBytes { get; set; } = 32 * 1024;

    /// <summary>Number of headers: 431 above.</summary>
    public int HeaderCount { get; set; } = 80;

    /// <summary>Bytes of the request line: 414 above.</summary>
    public int RequestLineBytes { get; set; } = 8 * 1024;

    /// <summary>Time for all headers to arrive: 408 after.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes per second a body must keep up after <see cref="BodyGrace"/>: 408 below.</summary>
    public double BodyBytesPerSecond { get; set; } = 1024;

    /// <summary>Time before <see cref="BodyBytesPerSecond"/> counts; more than one second.</summary>
    public TimeSpan BodyGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for a whole request unless the endpoint says otherwise: 503 after.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
