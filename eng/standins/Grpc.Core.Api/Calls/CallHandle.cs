namespace Grpc.Core;

/// <summary>What every kind of call can be asked.</summary>
internal sealed class CallHandle(
    Func<object?, Task<Metadata>> headers, Func<object?, Status> status, Func<object?, Metadata> trailers, Action<object?> dispose, object? state)
{
    public CallHandle(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
        : this(_ => headers, _ => status(), _ => trailers(), _ => dispose(), null)
    {
    }

    public Task<Metadata> Headers => headers(state);

    public Status Status => status(state);

    public Metadata Trailers => trailers(state);

    public void Dispose() => dispose(state);
}
