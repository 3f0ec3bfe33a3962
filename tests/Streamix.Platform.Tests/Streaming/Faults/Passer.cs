using System.Diagnostics;

namespace Streamix.Platform.Tests.Streaming.Faults;

/// <summary>Somebody who never stays: starts the film, ends it, and comes again. What fails is tried again under the same key.</summary>
internal sealed class Passer(Viewer viewer, Feature film) : IAsyncDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stopping = new();
    private string _key = NewKey();
    private Task _passing = Task.CompletedTask;

    public Gauge Starts { get; } = new();

    public void Begin() => _passing = Task.Run(async () =>
    {
        while (!_stopping.IsCancellationRequested)
            await Task.Delay(await PassAsync() ? Rest : AfterFailure, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    });

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _passing;
        _stopping.Dispose();
        await viewer.DisposeAsync();
    }

    private async Task<bool> PassAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var patience = new CancellationTokenSource(OneTry);
        try
        {
            var started = (await viewer.PressPlayAsync(film.Title, _key, ct: patience.Token)).As<Started>(201);
            Starts.Succeeded(began);
            _key = NewKey();
            await viewer.EndAsync(started.PlaybackId);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            Starts.Failed(began);
            return false;
        }
    }

    private static string NewKey() => $"{Guid.NewGuid():n}";
}
