using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Streamix.Auth.Session.Families;

namespace Streamix.Benchmarks.Refreshes;

/// <summary>Clients that refresh as fast as they are answered, each its own session.</summary>
internal sealed class Refreshes(ServiceUnderTest service, int clients) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = service.Address };
    private string[] _tokens = [];

    public async Task PrepareAsync()
    {
        var writer = service.Services.GetRequiredService<RefreshTokens>();
        _tokens = [.. (await service.OpenAsync(clients)).Select(writer.Write)];
    }

    public async Task<long> RunAsync(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, clients).Select(async i =>
        {
            var count = 0L;
            for (; clock.Elapsed < time; count++)
                _tokens[i] = await RefreshAsync(_tokens[i]);
            return count;
        }));
        return counts.Sum();
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> RefreshAsync(string token)
    {
        using var answer = await _http.PostAsJsonAsync("/session/refresh", new { refreshToken = token });
        answer.EnsureSuccessStatusCode();
        using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        return body.RootElement.GetProperty("refreshToken").GetString()!;
    }
}
