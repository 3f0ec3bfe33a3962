using System.Runtime.CompilerServices;

namespace Aspire.Hosting.Dcp;

/// <summary>A stream of lines that outlives its connection.</summary>
/// <param name="open">Opens it again, given the number of lines already read.</param>
internal sealed class ReopenedLines(Func<int, IAsyncEnumerable<string>> open, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private int _read;
    private bool _ended;
    private long? _brokenSince;

    /// <summary>Opens it again whenever it ends.</summary>
    /// <exception cref="ControlPlaneException">It could not be opened for ten seconds.</exception>
    public async IAsyncEnumerable<string> ReadForeverAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
            await foreach (var line in ReadOnceAsync(cancellationToken).ConfigureAwait(false))
                yield return line;
    }

    /// <summary>Opens it again when it broke, and goes on where it broke.</summary>
    public async IAsyncEnumerable<string> ReadOnceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (_ended = false; !_ended; await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false))
        {
            await using var lines = open(_read).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(lines).ConfigureAwait(false))
            {
                _read++;
                yield return lines.Current;
            }
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<string> lines)
    {
        try
        {
            _ended = !await lines.MoveNextAsync().ConfigureAwait(false);
            _brokenSince = null;
            return !_ended;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            if (time.GetElapsedTime(_brokenSince ??= time.GetTimestamp()) < Patience)
                return false;
            throw new ControlPlaneException($"The control plane cannot be reached any more: {e.Message}", e);
        }
    }
}
