using Amazon.S3;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Streamix.LocalS3.Tests.Hosting;

/// <summary>The server in this process, on a port of its own.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    private static readonly TemporaryFolder SharedFolder = new();
    private static readonly Lazy<Task<S3Server>> Shared = new(() => StartAsync(SharedFolder.Path));

    private readonly WebApplication app;

    private S3Server(WebApplication app, string folder)
    {
        this.app = app;
        Folder = folder;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public string Folder { get; }

    /// <summary>One server for all tests that do not restart it; each takes a bucket of its own.</summary>
    public static Task<S3Server> SharedAsync() => Shared.Value;

    public static async Task<S3Server> StartAsync(string folder, TimeProvider? clock = null, params string[] more)
    {
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0", $"--S3:Data={folder}", $"--S3:AccessKey={Keys.Access}", $"--S3:SecretKey={Keys.Secret}",
            "--Logging:LogLevel:Default=Warning", .. more,
        ];
        var app = await LocalS3App.CreateAsync(arguments, clock);
        await app.StartAsync();
        return new(app, folder);
    }

    public IAmazonS3 Client(ClientMode mode = ClientMode.Default) => Clients.Create(Address, mode);

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await app.StopAsync(deadline.Token);
        await app.DisposeAsync();
    }

    /// <summary>Removes what the shared server stored; its process is about to end.</summary>
    public static void EndShared()
    {
        if (Shared.IsValueCreated)
            SharedFolder.Dispose();
    }
}
