using Amazon.S3;

namespace Streamix.ServiceDefaults.Storage;

/// <summary>Made on first use: loading the SDK costs a service more than its start.</summary>
internal sealed class S3Clients(IConfiguration configuration) : IDisposable
{
    private readonly Lazy<ObjectsConnection> _connection = new(() => ObjectsConnection.Parse(
        configuration.GetConnectionString("objects") ?? throw new InvalidOperationException("ConnectionStrings:objects is not set.")));

    private readonly Lock _lock = new();
    private AmazonS3Client? _own;
    private AmazonS3Client? _public;

    public IAmazonS3 Own
    {
        get
        {
            lock (_lock)
                return _own ??= _connection.Value.Connect();
        }
    }

    /// <summary>Signs addresses for browsers.</summary>
    public IAmazonS3 Public
    {
        get
        {
            lock (_lock)
                return _public ??= _connection.Value.Connect(forBrowsers: true);
        }
    }

    public void Dispose()
    {
        _own?.Dispose();
        _public?.Dispose();
    }
}
