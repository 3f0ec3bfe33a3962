using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Streamix.Testing;

namespace Streamix.ServiceDefaults.Tests.Privacy.Sealing;

/// <summary>Gives out a sealing key, when it is told to.</summary>
internal sealed class KeyOffice : IAsyncDisposable
{
    private const string Keys = """
        {"keys":[{"kty":"EC","crv":"P-256","use":"enc","alg":"ECDH-ES","kid":"k","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
        """;
    private readonly WebApplication _app;
    private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    private KeyOffice()
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/keys", async (HttpContext context) =>
        {
            Interlocked.Increment(ref _asked);
            await _open.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync(Keys, context.RequestAborted);
        });
    }

    public string Address => $"{_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}/keys";

    public int Asked => Volatile.Read(ref _asked);

    public static async Task<KeyOffice> OpenAsync()
    {
        var office = new KeyOffice();
        await office._app.StartAsync();
        return office;
    }

    public void Answer() => _open.TrySetResult();

    public void Hold() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task AskedAsync(int times) => Until.TrueAsync(() => Asked >= times, $"the key is asked for {times} times");

    public async ValueTask DisposeAsync()
    {
        Answer();
        await _app.DisposeAsync();
    }
}
