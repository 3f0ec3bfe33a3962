using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Streamix.Users.Tests.Account;

/// <summary>A service with personal data, on a socket: answers what it is told to, or nothing.</summary>
internal sealed class FakeHolder : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _exports;
    private int _erasures;

    private FakeHolder(string name, WebApplication app) => (Name, _app) = (name, app);

    public string Name { get; }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Every call is answered 503 while this is set.</summary>
    public volatile bool Down;

    /// <summary>Calls wait for this before they are answered.</summary>
    public volatile TaskCompletionSource? Held;

    /// <summary>What the next erasures find; nothing afterwards.</summary>
    public ConcurrentQueue<int> Rows { get; } = new();

    public int Exports => _exports;

    public int Erasures => _erasures;

    public static async Task<FakeHolder> StartAsync(string name)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var holder = new FakeHolder(name, app);
        app.MapGet("/internal/personal-data/{id:guid}", holder.ExportAsync);
        app.MapDelete("/internal/personal-data/{id:guid}", holder.EraseAsync);
        await app.StartAsync();
        return holder;
    }

    /// <summary>What makes a host know these.</summary>
    public static Dictionary<string, string> Settings(params FakeHolder[] holders)
    {
        var settings = new Dictionary<string, string>();
        for (var i = 0; i < holders.Length; i++)
            (settings[$"Account:PersonalDataServices:{i}"], settings[$"Services:{holders[i].Name}:http:0"]) = (holders[i].Name, holders[i].Address.ToString().TrimEnd('/'));
        return settings;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ExportAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(cancellationToken))
            return TypedResults.StatusCode(503);
        Interlocked.Increment(ref _exports);
        return TypedResults.Ok(new Dictionary<string, object> { ["things"] = new[] { new { id, from = Name } } });
    }

    private async Task<IResult> EraseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(cancellationToken))
            return TypedResults.StatusCode(503);
        Interlocked.Increment(ref _erasures);
        return TypedResults.Ok(new Dictionary<string, int> { ["things"] = Rows.TryDequeue(out var rows) ? rows : 0 });
    }

    private async Task<bool> RefuseAsync(CancellationToken cancellationToken)
    {
        if (Held is { } held)
            await held.Task.WaitAsync(cancellationToken);
        return Down;
    }
}
