namespace Streamix.Testing.Engines;

/// <summary>Starts a server once per test process and stops it when the process ends.</summary>
internal sealed class Shared<T>(Func<Task<T>> start) where T : IAsyncDisposable
{
    private readonly Lazy<Task<T>> _started = new(async () =>
    {
        var server = await start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(20));
        return server;
    });

    public Task<T> Task => _started.Value;
}
