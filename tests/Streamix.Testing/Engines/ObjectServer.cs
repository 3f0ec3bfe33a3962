using Streamix.LocalS3;

namespace Streamix.Testing.Engines;

/// <summary>An S3 server on a socket, one for the test process.</summary>
public static class ObjectServer
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>The connection string <c>objects</c>.</summary>
    public static Task<string> SharedAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        var folder = TestFolders.New("streamix-objects-");
        var server = await LocalS3App.CreateAsync(
            ["--urls=http://127.0.0.1:0", $"--S3:Data={folder}", "--S3:AccessKey=key", "--S3:SecretKey=long-secret", "--Logging:LogLevel:Default=None"]);
        await server.StartAsync();
        return $"Endpoint={server.Urls.Single()};AccessKey=key;SecretKey=long-secret;Region=us-east-1";
    }
}
