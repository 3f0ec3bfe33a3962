using Streamix.LocalS3;
using Streamix.ServiceDefaults.Storage;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Storage;

/// <summary>An S3 server on a socket, and a service that is connected to it.</summary>
public sealed class Objects : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("objects");
    private WebApplication _server = null!;
    private TestService _service = null!;

    internal const string Bucket = "media";

    internal IObjectStore Store => _service.Services.GetRequiredService<IObjectStore>();

    internal IMultipartUploads Uploads => _service.Services.GetRequiredService<IMultipartUploads>();

    public async Task InitializeAsync()
    {
        _server = await LocalS3App.CreateAsync(
            ["--urls=http://127.0.0.1:0", $"--S3:Data={_folder.FullName}", "--S3:AccessKey=key", "--S3:SecretKey=long-secret", "--Logging:LogLevel:Default=None"]);
        await _server.StartAsync();
        _service = await TestService.StartAsync(build => build.AddObjectStore(), _ => { },
            settings: [("ConnectionStrings:objects", $"Endpoint={_server.Urls.Single()};AccessKey=key;SecretKey=long-secret;Region=us-east-1")]);
        await Store.EnsureBucketAsync(Bucket);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
