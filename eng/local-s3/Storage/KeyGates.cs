namespace Streamix.LocalS3.Storage;

/// <summary>One writer per key at a time; keys share a fixed number of gates.</summary>
internal sealed class KeyGates : IDisposable
{
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Pass> EnterAsync(string bucket, string key)
    {
        var gate = gates[(uint)HashCode.Combine(bucket, key) % (uint)gates.Length];
        await gate.WaitAsync(CancellationToken.None);
        return new(gate);
    }

    public void Dispose()
    {
        foreach (var gate in gates)
            gate.Dispose();
    }

    internal readonly struct Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
