namespace Pipelines.Sockets.Unofficial;

/// <summary>Walks over the handlers of an event without allocating.</summary>
public static class Delegates
{
    /// <summary>True when the delegate has exactly one target.</summary>
    public static bool IsSingle(this MulticastDelegate handler) => handler.HasSingleTarget;

    /// <summary>The handlers in the order they were added; none when <paramref name="handler"/> is null.</summary>
    public static DelegateEnumerable<T> AsEnumerable<T>(this T handler) where T : MulticastDelegate => new(handler);

    /// <summary>The handlers of one delegate.</summary>
    public readonly struct DelegateEnumerable<T>(T handler) where T : MulticastDelegate
    {
        /// <summary>Starts a walk.</summary>
        public DelegateEnumerator<T> GetEnumerator() => new(handler);
    }

    /// <summary>A walk over the handlers of one delegate.</summary>
    public struct DelegateEnumerator<T>(T handler) : IDisposable where T : MulticastDelegate
    {
        private Delegate.InvocationListEnumerator<T> _list = Delegate.EnumerateInvocationList(handler);

        /// <summary>The handler the walk stands on.</summary>
        public readonly T Current => _list.Current;

        /// <summary>Goes to the next handler; false after the last.</summary>
        public bool MoveNext() => _list.MoveNext();

        /// <summary>Holds nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
